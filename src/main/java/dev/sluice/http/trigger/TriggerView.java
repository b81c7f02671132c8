package dev.sluice.http.trigger;

import dev.sluice.module.Spec;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.WorkflowRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trigger of the catalogue with what is set and drawn for it. */
@RegisterForReflection
@Schema(name = "Trigger")
record TriggerView(
        String id,
        String name,
        String scope,
        String description,
        String icon,
        boolean blocking,
        boolean coreFormat,
        @Schema(description = "low, medium or high") String overhead,
        String overheadMessage,
        String origin,
        boolean enabled,
        @Schema(description = "How many milliseconds a decision may take") long deadline,
        @Schema(description = "open or closed: what counts when no decision could be made") String onError,
        Long workflowId,
        Long counter,
        Instant updatedAt) {

    static TriggerView of(Spec spec, boolean builtIn, TriggerSettings.Setting setting, WorkflowRow workflow) {
        Spec.Start start = spec.start().orElseThrow();
        return new TriggerView(
                spec.id(),
                spec.name(),
                start.scope(),
                spec.description(),
                spec.icon(),
                spec.blocking(),
                spec.coreFormat(),
                start.overhead().name().toLowerCase(Locale.ROOT),
                start.overheadMessage(),
                builtIn ? "built-in" : "declared",
                setting.enabled(),
                setting.deadline().toMillis(),
                setting.open() ? "open" : "closed",
                workflow == null ? null : workflow.id(),
                workflow == null ? null : workflow.counter(),
                workflow == null ? null : workflow.updatedAt());
    }
}
