package dev.sluice.http.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The page that all pages begin as. It is the only document a browser takes from here, so it says what that document may
 * do: nothing but what comes from here. Styles that scripts make carry a number that each answer has anew.
 */
@Singleton
final class IndexPage {
    private static final String PLACE = "{nonce}";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + PLACE
            + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'none'";
    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final Optional<String> page = read("META-INF/resources/index.html");

    void register(@Observes Router router) {
        page.ifPresent(it -> {
            for (String path : new String[] {"/", "/index.html"}) {
                router.route(HttpMethod.GET, path).order(-1).handler(call -> answer(call, it));
                router.route(HttpMethod.HEAD, path).order(-1).handler(call -> answer(call, it));
            }
        });
    }

    private void answer(RoutingContext call, String text) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        HttpServerResponse response = call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", POLICY.replace(PLACE, nonce))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.end(text.replace(PLACE, nonce));
    }

    /** None where the program was built without its pages. */
    private static Optional<String> read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The web pages cannot be read: " + resource, e);
        }
    }
}
