package dev.sluice.outside;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers of a request: ours, over them the caller's, and over all the depth that keeps workflows from looping. */
final class RequestHeaders {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    private final String userAgent;

    RequestHeaders(String userAgent) {
        this.userAgent = userAgent;
    }

    /** The headers of one request; {@code authorization} is that of its address, or null. */
    MultiMap of(Map<String, String> given, String authorization, int depth) {
        MultiMap headers = HttpHeaders.headers().set("User-Agent", userAgent);
        if (authorization != null) {
            headers.set("Authorization", authorization);
        }
        given.forEach((name, value) -> {
            check(name, value);
            headers.set(name, value);
        });
        return headers.set("Sluice-Depth", Integer.toString(depth));
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new OutsideException("\"" + CONTROL.matcher(name).replaceAll("?")
                    + "\" is not the name of a header; use letters, digits and hyphens.");
        }
        if (CONTROL.matcher(value).find()) {
            throw new OutsideException(
                    "The value of the header " + name + " holds a line break or another control character; remove it.");
        }
        // The server at an address that was checked would take it for one of another name.
        if (name.equalsIgnoreCase("Host")) {
            throw new OutsideException("The header " + name + " follows from the address; remove it.");
        }
        // A length that is not the body's would let the rest of the body pass for the next request.
        if (name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding")) {
            throw new OutsideException("The header " + name + " follows from the body; remove it.");
        }
    }
}
