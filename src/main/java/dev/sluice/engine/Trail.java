package dev.sluice.engine;

import dev.sluice.engine.Plan.Stop;
import dev.sluice.payload.Patch;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a walk has seen and concluded so far. It outlives the walk: when the deadline passes it is closed, from whichever
 * thread, and what a late module answers then changes nothing any more.
 */
final class Trail {
    private final Plan.Source source;
    private final Deadline deadline;
    private final List<Visited> nodes = new ArrayList<>();
    private final List<String> errors = new ArrayList<>(0);
    private final List<List<String>> blockedPaths = new ArrayList<>(0);
    private Run.StoppedBy stoppedBy;
    private boolean veto;
    private boolean expired;
    private boolean closed;

    private Stop awaited;
    private Cancellable waiting;
    private long waitingSince;

    Trail(Plan.Source source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    /** Adds a node and gives it back; null where it comes too late. */
    synchronized Visited add(Stop stop, String result, List<String> problems, long begun) {
        return add(new Visited(stop.shownId(), stop.moduleId(), stop.type(), result, problems, micros(begun)));
    }

    /** As the other. */
    synchronized Visited add(Trouble trouble, long begun) {
        return add(new Visited(
                trouble.nodeId(),
                trouble.module(),
                trouble.type(),
                trouble.result(),
                List.of(trouble.message()),
                begun == 0 ? 0 : micros(begun)));
    }

    private Visited add(Visited visited) {
        if (closed) {
            return null;
        }
        nodes.add(visited);
        return visited;
    }

    /** Notes what the node that was added did to the data; the node is given back. */
    synchronized Visited changed(Visited visited, Patch changes) {
        Visited changing = visited.changing(changes);
        nodes.set(nodes.lastIndexOf(visited), changing);
        return changing;
    }

    /** Adds a node's errors to those that the caller gets to read, in MISP's words. */
    synchronized void report(Object nodeId, String module, List<String> problems) {
        if (!closed && !problems.isEmpty()) {
            errors.add("Node `" + module + "` (" + nodeId + ") from Workflow `" + source.name() + "` ("
                    + source.workflowId() + ") returned the following error: " + String.join(", ", problems));
        }
    }

    /** A blocking module said no; the node is given back, null where it comes too late. */
    synchronized Visited stop(Stop stop, List<String> reasons, long begun) {
        Visited visited = add(stop, Visited.STOPPED, reasons, begun);
        if (visited != null) {
            report(stop.shownId(), stop.moduleId(), reasons);
            stoppedBy = new Run.StoppedBy(stop.shownId(), stop.moduleId());
            veto = true;
            closed = true;
        }
        return visited;
    }

    /** A blocking module could not say anything. */
    synchronized void stopForTrouble(Stop stop) {
        if (!closed) {
            stoppedBy = new Run.StoppedBy(stop.shownId(), stop.moduleId());
            closed = true;
        }
    }

    synchronized void addBlocked(Path path) {
        if (!closed) {
            blockedPaths.add(path.edges());
        }
    }

    synchronized int blockedPaths() {
        return blockedPaths.size();
    }

    synchronized void waitsFor(Stop stop, Cancellable answer, long begun) {
        if (closed) {
            answer.cancel();
        } else {
            awaited = stop;
            waiting = answer;
            waitingSince = begun;
        }
    }

    /** Whether the walk may go on with the answer that has just come. */
    synchronized boolean waitIsOver() {
        awaited = null;
        waiting = null;
        return !closed;
    }

    /** Nobody waits for the rest any longer. */
    synchronized void expire() {
        if (closed) {
            return;
        }
        String sentence = deadline.hasPassed()
                ? "No decision within " + deadline.length().toMillis() + " ms, the deadline of the trigger."
                : "No decision, because Sluice is being shut down. Ask again.";
        if (awaited != null) {
            add(
                    awaited,
                    Visited.ERROR,
                    List.of(
                            deadline.hasPassed()
                                    ? "No answer before the deadline of the trigger."
                                    : "No answer before Sluice was shut down."),
                    waitingSince);
            stoppedBy = new Run.StoppedBy(awaited.shownId(), awaited.moduleId());
            sentence += " It was waiting for node `" + awaited.moduleId() + "` (" + awaited.shownId() + ").";
            waiting.cancel();
        }
        errors.add(sentence);
        expired = true;
        closed = true;
    }

    /** Whether nothing more is to be done, be it that a walk was stopped or that time is up. */
    synchronized boolean isClosed() {
        if (!closed && deadline.hasPassed()) {
            expire();
        }
        return closed;
    }

    synchronized List<Visited> nodes() {
        return List.copyOf(nodes);
    }

    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    synchronized List<List<String>> allBlockedPaths() {
        return List.copyOf(blockedPaths);
    }

    synchronized Run.StoppedBy stoppedBy() {
        return stoppedBy;
    }

    /** As MISP words it: blocked is what stop-execution did, anything else that ends a walk early is a failure. */
    synchronized Outcome outcome() {
        if (!expired && stoppedBy != null && stoppedBy.module().equals("stop-execution")) {
            return Outcome.BLOCKED;
        }
        return expired || stoppedBy != null ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    /** Whether a module decided against it, which no setting overrules. */
    synchronized boolean isVeto() {
        return veto;
    }

    private static long micros(long begun) {
        return (System.nanoTime() - begun) / 1_000;
    }
}
