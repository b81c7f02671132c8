package dev.sluice.http;

import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Says what is wrong where tokens cannot be looked at, because the provider of OpenID Connect does not answer. */
@Singleton
final class ProviderAway {
    private static final Logger LOG = Logger.getLogger(ProviderAway.class);

    private final OidcConfig config;

    ProviderAway(OidcConfig config) {
        this.config = config;
    }

    void explain(@Observes Router router) {
        router.route().order(-BodyLimit.FIRST - 1).failureHandler(this::explain);
    }

    private void explain(RoutingContext call) {
        if (!(call.failure() instanceof OIDCException away) || call.response().ended()) {
            call.next();
            return;
        }
        BodyLimit.answer(call.response(), problem(away));
    }

    Problem problem(OIDCException away) {
        String provider = config.url().orElse("SLUICE_OIDC_URL");
        LOG.warnf("The OpenID Connect provider %s is not to be used: %s", provider, away.getMessage());
        return Problem.of(
                503,
                "The OpenID Connect provider " + provider
                        + " does not answer as it should, so nobody can come by it now."
                        + " Keys open as ever; the log says more.");
    }
}
