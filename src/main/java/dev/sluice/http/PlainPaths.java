package dev.sluice.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Refuses paths that one part of a server reads otherwise than another: who may call is decided by paths, and the parts that
 * decide and those that answer do not take them apart alike.
 */
@Singleton
final class PlainPaths {
    private static final Pattern DETOUR =
            Pattern.compile("[;\\\\]|//|%(2f|5c|3b|00)|(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    void register(@Observes Filters filters) {
        filters.register(PlainPaths::check, BodyLimit.FIRST + 3);
    }

    private static void check(RoutingContext call) {
        String path = call.request().path();
        if (path != null && DETOUR.matcher(path).find()) {
            BodyLimit.turnAway(
                    call,
                    Problem.of(
                            400,
                            "Write the path as it is: without `;`, `\\`, `//`, `.` and `..`, also where they are encoded."));
        } else {
            call.next();
        }
    }
}
