package dev.sluice.http.access;

import dev.sluice.http.SignInConfig;
import dev.sluice.store.access.Sessions;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The link that opens the pages before anybody holds a key: printed at each start until somebody signed in once. Its code
 * opens one session, stands behind a #, which browsers send nowhere, and is written to no log.
 */
@Singleton
class Welcome {
    private static final int CODE_BYTES = 18;

    private final Sessions sessions;
    private final SignInConfig config;
    private final Clock clock;
    private final String root;
    private String code;
    private Instant until;

    Welcome(
            Sessions sessions,
            SignInConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
        this.root = root.endsWith("/") ? root : root + "/";
    }

    void greet(@ObservesAsync HttpServerStart start) {
        if (!sessions.everOpened()) {
            HttpServerOptions options = start.options();
            String host = options.getHost().equals("0.0.0.0") ? "127.0.0.1" : options.getHost();
            // The console only: what is logged may be kept, and read by others.
            System.out.printf(
                    "%n    Open Sluice's pages (once, within %s): http://%s:%d%s#welcome=%s%n%n",
                    config.welcome().toString().substring(2).toLowerCase(java.util.Locale.ROOT),
                    host,
                    options.getPort(),
                    root,
                    make());
        }
    }

    private synchronized String make() {
        byte[] bytes = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(bytes);
        code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        until = clock.instant().plus(config.welcome());
        return code;
    }

    /** Whether this is the code, which is used up by that. */
    synchronized boolean opens(String given) {
        boolean right = code != null
                && clock.instant().isBefore(until)
                && MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        if (right) {
            code = null;
        }
        return right;
    }
}
