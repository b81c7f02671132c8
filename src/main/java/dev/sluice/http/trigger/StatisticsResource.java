package dev.sluice.http.trigger;

import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.store.history.RunHours;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** How much happened lately, in figures. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Triggers")
public class StatisticsResource {
    private final RunHours hours;

    StatisticsResource(RunHours hours) {
        this.hours = hours;
    }

    /** Runs that began in one hour. */
    @RegisterForReflection
    @Schema(name = "HourOfRuns")
    record HourView(long success, long blocked, long failure, long skipped) {
        static HourView of(RunHours.Counts counts) {
            return new HourView(counts.success(), counts.blocked(), counts.failure(), counts.skipped());
        }
    }

    @GET
    @Path("/triggers")
    @Blocking
    @Operation(
            summary = "Runs of the last hours by trigger and outcome",
            description = "For each trigger that ran, one entry for each hour, the present one last.")
    public Map<String, List<HourView>> triggers(
            @Parameter(description = "1 to 168", example = "24") @RestQuery @DefaultValue("24") int hours) {
        if (hours < 1 || hours > RunHours.MOST_HOURS) {
            throw new ProblemException(400, "hours must be 1 to " + RunHours.MOST_HOURS + ", not " + hours + ".");
        }
        Map<String, List<HourView>> all = new TreeMap<>();
        this.hours
                .last(hours)
                .forEach((trigger, counts) ->
                        all.put(trigger, counts.stream().map(HourView::of).toList()));
        return all;
    }
}
