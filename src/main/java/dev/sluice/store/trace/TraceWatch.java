package dev.sluice.store.trace;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import dev.sluice.engine.Watch;
import dev.sluice.graph.Node;
import dev.sluice.payload.Payload;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;

/** The span of one run with those of its nodes below it. */
final class TraceWatch implements Watch {
    private static final int LONGEST = 500;

    private final Tracer tracer;
    private final Span run;
    private final Context below;

    /** Of the node whose module is at work, or null. */
    private Span node;

    TraceWatch(Tracer tracer, Span run) {
        this.tracer = tracer;
        this.run = run;
        this.below = Context.root().with(run);
    }

    @Override
    public synchronized void entered(Node entered) {
        node = start(entered);
    }

    @Override
    public synchronized void visited(Node visitedNode, Visited visited, Payload payload) {
        Span span = node == null ? start(visitedNode) : node;
        node = null;
        span.setAttribute("sluice.result", visited.result());
        switch (visited.result()) {
            case "error", "disabled", "unknown" -> span.setStatus(StatusCode.ERROR, shown(visited.errors()));
            default -> {}
        }
        span.end();
    }

    @Override
    public synchronized void ended(Run ended) {
        if (node != null) {
            node.setStatus(StatusCode.ERROR, "No answer before the run was over.");
            node.end();
            node = null;
        }
        run.setAttribute("sluice.outcome", ended.outcome().id());
        run.setAttribute("sluice.proceed", ended.proceed());
        if (ended.outcome() == Outcome.FAILURE) {
            run.setStatus(StatusCode.ERROR, shown(ended.reasons()));
        }
        run.end();
    }

    private Span start(Node of) {
        return tracer.spanBuilder(of.moduleId().isEmpty() ? "node" : of.moduleId())
                .setParent(below)
                .setAttribute("sluice.node.id", of.id())
                .setAttribute("sluice.module", of.moduleId())
                .setAttribute("sluice.module.type", of.moduleType())
                .startSpan();
    }

    private static String shown(List<String> sentences) {
        String all = String.join(" ", sentences);
        return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    }
}
