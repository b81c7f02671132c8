package dev.sluice.http.access;

import dev.sluice.http.SessionDoor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a browser holds that is signed in: nothing that a script can read, or another site can have sent. */
@Singleton
class SessionCookie {
    private final String root;

    SessionCookie(@ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root) {
        this.root = root;
    }

    Cookie holding(RoutingContext call, String token) {
        return Cookie.cookie(SessionDoor.COOKIE, token)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath(root)
                .setSecure(call.request().isSSL()
                        || "https".equalsIgnoreCase(call.request().getHeader("X-Forwarded-Proto")));
    }
}
