package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Option;
import dev.sluice.module.Outbound;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

@BuiltInModule
final class Webhook implements Action {
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private static final Param<String> URL = Param.text("url", "URL")
            .placeholder("https://example.com/test")
            .template()
            .secrets()
            .required();
    private static final Param<String> CONTENT_TYPE = Param.select(
            "content_type", "Content type", "json", Option.of("json", "application/json", "form", FORM_TYPE));
    private static final Param<String> METHOD = Param.select(
            "request_method",
            "HTTP Request Method",
            "post",
            Option.of("post", "POST", "get", "GET", "put", "PUT", "delete", "DELETE"));
    private static final Param<String> SELF_SIGNED = Param.select(
            "self_signed",
            "Self-signed certificates",
            "deny",
            Option.of("deny", "Deny self-signed certificates", "allow", "Allow self-signed certificates"));
    private static final Param<String> PAYLOAD = Param.textArea("payload", "Payload (leave empty for roaming data)")
            .standard("")
            .template()
            .secrets();
    private static final Param<String> HEADERS = Param.textArea("headers", "Headers")
            .placeholder("Authorization: foobar")
            .templateOfLines()
            .secrets();

    private final Outbound outbound;

    Webhook(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Spec spec() {
        return Spec.action("webhook", "Webhook")
                .leavesData()
                .version("0.7")
                .describedAs(
                        "Sends the data, or a payload of your own, to a URL. The answer is not looked at beyond its"
                                + " status: 200 to 206 is success.")
                .iconPath("webhook.png")
                .asks(URL, CONTENT_TYPE, METHOD, SELF_SIGNED, PAYLOAD, HEADERS)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return ArbitraryUrls.diagnostics(outbound);
    }

    @Override
    public Uni<Step> act(Visit visit) {
        if (!outbound.takesArbitraryUrls()) {
            return Step.stop(ArbitraryUrls.OFF);
        }
        String url = visit.get(URL).strip();
        if (url.isEmpty()) {
            return Step.stop("URL not provided.");
        }
        boolean form = visit.get(CONTENT_TYPE).equals("form");
        String method = visit.get(METHOD).toUpperCase(Locale.ROOT);
        Outbound.Request request = new Outbound.Request(
                method,
                url,
                headers(visit.get(HEADERS), form),
                method.equals("GET") ? null : body(visit, form),
                visit.get(SELF_SIGNED).equals("allow"));
        return Delivery.of(outbound.send(visit, request));
    }

    private static byte[] body(Visit visit, boolean form) {
        String own = visit.get(PAYLOAD);
        if (form) {
            return (own.isEmpty() ? FormBody.of(visit.data()) : own).getBytes(StandardCharsets.UTF_8);
        }
        return Json.writeBytes(own.isEmpty() ? visit.data() : parsed(own));
    }

    /** A payload that is JSON is sent as that; any other text as a JSON string. */
    private static Object parsed(String payload) {
        try {
            return Json.parse(payload);
        } catch (PayloadException e) {
            return payload;
        }
    }

    private static Map<String, String> headers(String lines, boolean form) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        });
        if (form) {
            headers.put("Content-Type", FORM_TYPE);
        }
        return headers;
    }
}
