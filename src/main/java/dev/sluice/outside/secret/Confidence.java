package dev.sluice.outside.secret;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import dev.sluice.module.SecretMarks;
import dev.sluice.payload.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one request tells its server in confidence: the request with the values of its secrets, which hosts may have it, and
 * the answer without what the server repeats of them.
 */
public final class Confidence {
    private static final Address NONE = new Address("", "", List.of());

    private final List<Secret> told = new ArrayList<>();
    private final Request request;
    private final Address address;

    /**
     * What an address that is a secret consists of.
     *
     * @param host its host, which no message may name
     * @param hostAndPort as messages name them
     * @param rest everything else that its server may repeat
     */
    public record Address(String host, String hostAndPort, List<String> rest) {}

    private Confidence(Request marked, Vault vault, Function<String, Optional<Address>> parts) {
        String misplaced = SecretMarks.misplaced(marked.url());
        if (!misplaced.isEmpty()) {
            throw new SecretException(misplaced);
        }
        Stream.concat(
                        Stream.of(marked.url()),
                        marked.headers().entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())))
                .forEach(Confidence::refuseBroken);
        UnaryOperator<String> value = name -> {
            Secret secret = vault.find(name);
            told.add(secret);
            return secret.value();
        };
        String written = marked.url().strip();
        boolean whole = SecretMarks.isOne(written);
        String url = SecretMarks.filled(written, whole ? value : name -> encoded(value.apply(name)));
        address = whole ? parts.apply(url).orElseThrow(() -> noAddress(told.get(0))) : NONE;
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        marked.headers().forEach((name, text) -> headers.put(SecretMarks.shown(name), SecretMarks.filled(text, value)));
        request =
                new Request(marked.method(), url, headers, body(marked, headers, value), marked.trustsAnyCertificate());
    }

    /**
     * Of a request whose texts may have marks in them.
     *
     * @param parts of an address that is a secret as a whole; empty where it cannot be called
     */
    public static Confidence of(Request marked, Vault vault, Function<String, Optional<Address>> parts) {
        return new Confidence(marked, vault, parts);
    }

    private static void refuseBroken(String text) {
        if (SecretMarks.areBrokenIn(text)) {
            throw new SecretException(
                    "A filter or function of a template changed a secret, so its value cannot be put in"
                            + " and nothing was sent. Put it in as it is: ${secret:name}, without upper, replace or the like.");
        }
    }

    private static SecretException noAddress(Secret secret) {
        return new SecretException("The secret `" + secret.name()
                + "` is the whole address here, and not one that can be called. It must be like"
                + " https://example.org/path.");
    }

    private static byte[] body(Request marked, Map<String, String> headers, UnaryOperator<String> value) {
        byte[] body = marked.body();
        if (body == null || !SecretMarks.wereMade()) {
            return body;
        }
        // Letter by letter as bytes are: of a large body nothing is decoded that has no mark.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        refuseBroken(text);
        if (!SecretMarks.areIn(text)) {
            return body;
        }
        String type = headers.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
        UnaryOperator<String> written = type.contains("json")
                ? Confidence::inJson
                : type.contains("x-www-form-urlencoded") ? Confidence::encoded : UnaryOperator.identity();
        return SecretMarks.filled(
                        text,
                        name -> new String(
                                written.apply(value.apply(name)).getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String inJson(String value) {
        String quoted = Json.write(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** As it is sent. */
    public Request request() {
        return request;
    }

    /**
     * Looks whether a server may have it.
     *
     * @param readable whether others can read along: without TLS, or with a certificate that nobody checks
     * @throws SecretException where it may not be told something of it
     */
    public void checkFor(String host, boolean readable) {
        for (Secret it : told) {
            String shown = host.equals(address.host()) ? "the host of the address " + told.get(0) : host;
            if (!it.isFor(host)) {
                throw new SecretException("The secret `" + it.name() + "` is not for " + shown
                        + ", so nothing was sent. Add the host to those that may be told it, in " + it.name()
                        + ".hosts.");
            }
            if (readable && !it.isForReaders(host)) {
                throw new SecretException("The secret `" + it.name() + "` is for " + shown
                        + " by https with a certificate that is checked, and this request goes there by "
                        + "http or takes any certificate, so nothing was sent. To tell it although others can read"
                        + " along, list the host as http://"
                        + (host.equals(address.host()) ? "…" : host) + " in " + it.name() + ".hosts.");
            }
        }
    }

    /** A message about the call, in which the host of an address that is a secret may stand. */
    public String clean(String message) {
        String nameless = address == NONE ? message : named(named(message, address.hostAndPort()), address.host());
        return new Mask(values().toList()).clean(nameless);
    }

    private String named(String message, String host) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(host) + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
                .matcher(message)
                .replaceAll(Matcher.quoteReplacement(told.get(0).toString()));
    }

    /** The answer, in which the server may have repeated what it was told. */
    public Answer clean(Answer answer) {
        if (told.isEmpty()) {
            return answer;
        }
        Mask mask = new Mask(Stream.concat(values(), address.rest().stream()).toList());
        return new Answer(answer.status(), mask.clean(answer.body()));
    }

    private Stream<String> values() {
        return told.stream().map(Secret::value);
    }
}
