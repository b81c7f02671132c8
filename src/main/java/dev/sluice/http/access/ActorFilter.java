package dev.sluice.http.access;

import dev.sluice.http.SessionDoor;
import dev.sluice.store.audit.Actor;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says on whose behalf a call changes things. Calls of triggers change nothing that is audited, and are not asked. */
@Singleton
class ActorFilter {
    private final CurrentIdentityAssociation identity;
    private final Actor actor;

    ActorFilter(CurrentIdentityAssociation identity, Actor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    @ServerRequestFilter
    void say(ContainerRequestContext request, RoutingContext call) {
        boolean looks = request.getMethod().equals("GET");
        if (!looks && !call.normalizedPath().endsWith("/runs") && !SessionDoor.PATH.equals(call.normalizedPath())) {
            actor.is(identity.getIdentity().getPrincipal().getName());
        }
    }
}
