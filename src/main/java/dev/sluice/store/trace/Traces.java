package dev.sluice.store.trace;

import dev.sluice.engine.Watch;
import dev.sluice.engine.Watcher;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes spans of runs, below that of the HTTP call where there is one. */
@Singleton
final class Traces implements Watcher {
    private final boolean off;
    private final Tracer tracer;

    /** With the switch of Quarkus that turns all of OpenTelemetry off. */
    @Inject
    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.off = off;
        this.tracer = telemetry.getTracer("dev.sluice");
    }

    @Override
    public Watch watch(Head head) {
        if (off) {
            return Watch.NONE;
        }
        Span span = tracer.spanBuilder("run " + head.source().trigger())
                .setAttribute("sluice.run.id", head.runId())
                .setAttribute("sluice.trigger", head.source().trigger())
                .setAttribute("sluice.workflow.id", head.source().workflowId())
                .setAttribute("sluice.workflow.version", head.source().version())
                .setAttribute("sluice.dry_run", head.dryRun())
                .startSpan();
        if (head.parentId() != null) {
            span.setAttribute("sluice.run.parent", head.parentId());
        }
        return new TraceWatch(tracer, span);
    }
}
