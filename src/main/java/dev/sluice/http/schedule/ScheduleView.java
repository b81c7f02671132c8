package dev.sluice.http.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.store.schedules.ScheduleRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A schedule as callers see it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Schedule")
record ScheduleView(
        long id,
        String trigger,
        @Schema(description = "five fields as cron has them, or six or seven as Quartz has, or @daily and its like")
                String cron,
        String zone,
        @Schema(description = "what the trigger is fired with") Object data,
        boolean enabled,
        @Schema(description = "when it is due next; missing where it is switched off or never due again")
                Instant nextDue,
        @Schema(description = "when it was due last") Instant lastDue,
        @Schema(description = "the run of that time") String lastRunId,
        @Schema(description = "why there was no run that time") String lastProblem,
        Instant createdAt,
        Instant updatedAt) {

    static ScheduleView of(ScheduleRow row) {
        return new ScheduleView(
                row.id(),
                row.trigger(),
                row.cron(),
                row.zone(),
                row.tree(),
                row.enabled(),
                row.nextDue(),
                row.lastDue(),
                row.lastRunId(),
                row.lastProblem(),
                row.createdAt(),
                row.updatedAt());
    }
}
