package dev.sluice.http;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The lines that whoever started Sluice needs next: where it answers, and where the key is. */
@Singleton
final class Announcement {
    private static final Logger LOG = Logger.getLogger("dev.sluice");

    private final AdminKey key;
    private final String root;

    Announcement(AdminKey key, @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root) {
        this.key = key;
        this.root = root.endsWith("/") ? root : root + "/";
    }

    void tell(@ObservesAsync HttpServerStart start) {
        HttpServerOptions options = start.options();
        String scheme = options.isSsl() ? "https" : "http";
        String address = scheme + "://" + options.getHost() + ":" + options.getPort() + root;
        LOG.infof(
                "Pages at %s, API at %sapi/v1, tried by hand at %sq/swagger-ui. The admin key is %s",
                address, address, address, key.place());
        if (options.getHost().equals("0.0.0.0") && !options.isSsl()) {
            LOG.info(
                    "Whoever reaches this machine can call, with a key, and without TLS: let a network policy or a proxy"
                            + " with TLS stand before it");
        }
    }
}
