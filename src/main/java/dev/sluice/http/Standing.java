package dev.sluice.http;

import dev.sluice.store.access.Role;
import dev.sluice.store.access.Sessions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether whoever made a call that goes on could still make it: keys are taken away, and people sign out. */
@Singleton
public final class Standing {
    private final Callers callers;
    private final Sessions sessions;

    Standing(Callers callers, Sessions sessions) {
        this.callers = callers;
        this.sessions = sessions;
    }

    /**
     * Asks again. Never blocks, and fails where the database does not answer.
     *
     * @return false once the key or the session is gone, or may do less than this role; of signatures and tokens, which are
     *     good for one moment, nothing more can be asked
     */
    public Uni<Boolean> covers(Role role, RoutingContext call) {
        if (SessionDoor.session(call).isPresent()) {
            String token = SessionDoor.token(call).orElse("");
            return Uni.createFrom()
                    .completionStage(() -> call.vertx()
                            .executeBlocking(() -> sessions.look(token), false)
                            .toCompletionStage())
                    .map(it -> it.flatMap(callers::roleOf)
                            .filter(now -> now.covers(role))
                            .isPresent());
        }
        String authorization = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean momentary = callers.bringsToken(call) || Signatures.isSigned(authorization);
        Optional<Callers.Caller> caller = callers.of(authorization);
        return Uni.createFrom()
                .item(momentary || caller.filter(it -> it.role().covers(role)).isPresent());
    }
}
