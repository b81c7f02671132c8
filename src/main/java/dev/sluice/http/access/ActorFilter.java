package dev.sluice.http.access;

import dev.sluice.http.KnownElsewhere;
import dev.sluice.http.SessionDoor;
import dev.sluice.store.audit.Actor;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says on whose behalf a call changes things. Calls of triggers change nothing that is audited, and are not asked. */
@Singleton
class ActorFilter {
    private static final Pattern CHANGES_NOTHING =
            Pattern.compile("POST .*(/api/v1/triggers/[^/]+/runs|" + SessionDoor.PATH + ")|(GET|HEAD|OPTIONS) .*");

    private final CurrentIdentityAssociation identity;
    private final Actor actor;

    ActorFilter(CurrentIdentityAssociation identity, Actor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    @ServerRequestFilter
    void say(ContainerRequestContext request, RoutingContext call) {
        if (!CHANGES_NOTHING
                .matcher(request.getMethod() + ' ' + call.normalizedPath())
                .matches()) {
            SecurityIdentity caller = identity.getIdentity();
            String name = caller.getPrincipal().getName();
            if (KnownElsewhere.is(caller)) {
                actor.isKnownElsewhere(name);
            } else {
                actor.is(name);
            }
        }
    }
}
