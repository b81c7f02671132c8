package dev.sluice.outside.misp;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import java.util.Map;

/** What an answer of MISP holds, or in one sentence why it holds nothing. */
final class Answers {
    private static final int SHOWN = 300;

    private Answers() {}

    /** The value of a good answer. */
    static Object read(String call, Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return parse(call, answer);
        }
        throw new MispException(status, sentence(call, answer));
    }

    private static Object parse(String call, Answer answer) {
        String body = answer.body().strip();
        if (body.isEmpty()) {
            throw new MispException(
                    answer.status(), "MISP answered " + call + " with nothing. Look into the logs of MISP.");
        }
        try {
            return Json.parse(body);
        } catch (PayloadException e) {
            throw new MispException(
                    answer.status(),
                    isPage(body)
                            ? "MISP answered " + call + " with a web page instead of JSON. Check that sluice.misp.url"
                                    + " (SLUICE_MISP_URL) is the address of MISP itself."
                            : "MISP answered " + call + " with something that is not JSON: " + e.getMessage());
        }
    }

    private static String sentence(String call, Answer answer) {
        String said = said(answer.body().strip());
        return switch (answer.status()) {
            case 401, 403 ->
                "MISP refused " + call + ". Check the key in sluice.misp.key (SLUICE_MISP_KEY) or its file,"
                        + " and that its user may do this." + said;
            case 404 -> "MISP does not find what " + call + " asks for." + said;
            case 405 -> "MISP does not allow " + call + "." + said;
            case 429 -> "MISP is asked too often by this key; raise the rate limit of its user's role." + said;
            case 301, 302, 303, 307, 308 ->
                "MISP sends " + call + " elsewhere. Set sluice.misp.url (SLUICE_MISP_URL)"
                        + " to the address it answers at, with https:// where it wants that.";
            default ->
                answer.status() >= 500
                        ? "MISP failed at " + call + " (HTTP " + answer.status() + "). Look into the logs of MISP."
                                + said
                        : "MISP rejected " + call + " (HTTP " + answer.status() + ")." + said;
        };
    }

    /** MISP's own words: a page has none that help. */
    private static String said(String body) {
        if (body.isEmpty() || isPage(body)) {
            return "";
        }
        String words = body;
        try {
            if (Json.parse(body) instanceof Map<?, ?> map) {
                Object errors = map.get("errors");
                Object message = map.get("message") != null ? map.get("message") : map.get("name");
                Object told = errors instanceof String || message == null ? errors : message;
                words = told instanceof String text ? text : Json.write(told == null ? map : told);
            }
        } catch (PayloadException e) {
            // shown as it stands
        }
        return " It said: " + (words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words);
    }

    private static boolean isPage(String body) {
        return body.startsWith("<");
    }
}
