package dev.sluice.engine;

import dev.sluice.engine.Plan.Rail;
import dev.sluice.engine.Plan.Stop;
import dev.sluice.engine.Plan.Track;
import dev.sluice.graph.Policy;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Logic;
import dev.sluice.module.Occasion;
import dev.sluice.module.Step;
import dev.sluice.module.Switches;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.payload.Patch;
import dev.sluice.payload.Payload;
import dev.sluice.payload.Snapshot;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way through a graph: depth first, in drawing order, logic chosen when the walk reaches it and not before. Paths
 * that join are not merged; a node runs once for each path that leads to it.
 *
 * <p>The walk keeps its own stack, so the longest chain does not overflow the thread's, and it goes on in a loop as long
 * as actions answer at once. Only an action that makes it wait gives the thread back; whoever answers it carries on.
 */
final class Walk {
    /** What the walk needs of the engine. */
    record Surroundings(Switches switches, Background background, Effects effects, Occasion occasion, Watch watch) {}

    private final Plan plan;
    private final Surroundings around;
    private final Trail trail;

    /** Whether a "no" cuts the path it came from: in workflows nobody waits for, and in branches. */
    private boolean cutting;

    /** Whether the walk is in a branch that a dry run follows itself: nothing found there holds up the caller. */
    private boolean aside;

    private Payload payload;

    /** The data as the module that is at work found it; null where it leaves the data alone. */
    private Snapshot before;

    /** How often nodes were visited; null where each is at most once. */
    private final Map<String, Integer> turns;

    private UniEmitter<? super Trail> finished;
    private final Deque<Junction> junctions = new ArrayDeque<>();
    private final Deque<Branch> dryBranches = new ArrayDeque<>();

    Walk(Plan plan, Payload payload, boolean cutting, Surroundings around, Trail trail) {
        this.plan = plan;
        this.payload = payload;
        this.cutting = cutting;
        this.around = around;
        this.trail = trail;
        this.turns = plan.isJoining() ? new HashMap<>() : null;
    }

    /** Walks from the trigger node, which does nothing itself. */
    Uni<Trail> fromTrigger() {
        junctions.push(new Junction(plan.start().tracks(), Path.START));
        return begin(null);
    }

    /** Walks from a node, which is executed first. */
    Uni<Trail> from(Stop start) {
        return begin(start);
    }

    private Uni<Trail> begin(Stop first) {
        return Uni.createFrom().emitter(emitter -> {
            finished = emitter;
            if (first == null || enter(first, Path.START)) {
                goOn();
            }
        });
    }

    /** Follows wires until the end, or until an action makes the walk wait. */
    private void goOn() {
        try {
            while (!trail.isClosed()) {
                Junction here = junctions.peek();
                if (here == null) {
                    if (!nextDryBranch()) {
                        break;
                    }
                } else {
                    Rail rail = here.next();
                    if (rail == null) {
                        junctions.pop();
                    } else if (!follow(rail, here.path)) {
                        return;
                    }
                }
            }
            finished.complete(trail);
        } catch (RuntimeException e) {
            finished.fail(e);
        }
    }

    private boolean nextDryBranch() {
        Branch branch = dryBranches.poll();
        if (branch == null) {
            return false;
        }
        cutting = true;
        aside = true;
        payload = branch.payload();
        junctions.push(Junction.before(branch.start()));
        return true;
    }

    /** Whether the walk can carry on at once. */
    private boolean follow(Rail rail, Path path) {
        if (plan.isCyclic() && path.contains(rail.edge())) {
            return true;
        }
        Stop target = plan.stop(rail.target());
        Path onward = rail.edge().isEmpty() ? Path.START : path.then(rail.edge());
        if (target == null) {
            trail.add(Trouble.nowhere(rail.target()), 0);
            return true;
        }
        return enter(target, onward);
    }

    private boolean enter(Stop stop, Path path) {
        if (stop.isLogic()) {
            return choose(stop, path);
        }
        if (stop.isTrigger()) {
            junctions.push(new Junction(stop.tracks(), path));
            return true;
        }
        return act(stop, path);
    }

    private boolean choose(Stop stop, Path path) {
        long begun = System.nanoTime();
        if (!(stop.module() instanceof Logic logic)) {
            takeOtherwise(stop, Trouble.unknown(stop), path, begun);
        } else if (!around.switches().isOn(stop.spec())) {
            takeOtherwise(stop, Trouble.disabled(stop), path, begun);
        } else {
            around.watch().entered(stop.node());
            try {
                return take(stop, logic.choose(visit(stop)), path, begun);
            } catch (RuntimeException e) {
                takeOtherwise(stop, Trouble.broken(stop, e), path, begun);
            }
        }
        return true;
    }

    private void seen(Stop stop, Visited visited) {
        if (visited == null) {
            return;
        }
        Patch changes = before == null ? Patch.NONE : before.compare(payload);
        before = null;
        around.watch().visited(stop.node(), changes.isEmpty() ? visited : trail.changed(visited, changes), payload);
    }

    private boolean take(Stop stop, Way way, Path path, long begun) {
        var turn = new Way.Turn() {
            private boolean goesOn = true;

            @Override
            public void take(Way.Take take) {
                seen(stop, trail.add(stop, take.exit(), take.errors(), begun));
                Walk.this.take(stop, stop.spec().exits().indexOf(take.exit()), path);
            }

            @Override
            public void fork(Way.Fork fork) {
                goesOn = Walk.this.fork(stop, fork, begun);
            }
        };
        way.at(turn);
        return turn.goesOn;
    }

    private void take(Stop stop, int exit, Path path) {
        junctions.push(Junction.at(stop.tracks(), "output_" + (exit + 1), path));
    }

    /** As MISP: what could not choose takes "else", or the only exit there is; a fork that cannot fork ends here. */
    private void takeOtherwise(Stop stop, Trouble trouble, Path path, long begun) {
        seen(stop, trail.add(trouble, begun));
        if (stop.policy().onError() == Policy.OnError.STOP) {
            report(stop, List.of(trouble.message()));
            stopForTrouble(stop);
            return;
        }
        if (stop.policy().onError() == Policy.OnError.EXIT) {
            takeErrorExit(stop, path);
            return;
        }
        boolean forks = stop.spec() != null && stop.spec().forks();
        if (!forks) {
            take(stop, stop.spec() != null && stop.spec().exits().size() == 1 ? 0 : 1, path);
        }
    }

    /** Whether the walk can carry on at once: it does so when what it sends off is kept. */
    private boolean fork(Stop stop, Way.Fork fork, long begun) {
        List<Branch> branches = branches(stop);
        if (branches.isEmpty()) {
            return true;
        }
        if (around.effects().areRecorded()) {
            dryBranches.addAll(branches);
            forked(stop, fork, branches, begun);
            return true;
        }
        return new Wait(trail, this::goOn)
                .began(
                        stop,
                        around.background().submit(branches),
                        begun,
                        kept -> forked(stop, fork, branches, begun),
                        failure -> seen(stop, trail.add(Trouble.broken(stop, failure), begun)));
    }

    private List<Branch> branches(Stop stop) {
        List<Branch> branches = new ArrayList<>();
        for (Track track : stop.tracks()) {
            for (Rail rail : track.rails()) {
                String id = RunId.child(around.occasion().runId(), rail.edge() + ' ' + turn(stop));
                branches.add(new Branch(id, plan, rail.target(), payload.fork(), around.occasion()));
            }
        }
        return branches;
    }

    private void forked(Stop stop, Way.Fork fork, List<Branch> branches, long begun) {
        branches.forEach(it -> seen(stop, trail.add(stop, fork.exit(), List.of(), begun)));
    }

    /** The how manieth visit of this node it is. */
    private int turn(Stop stop) {
        return turns == null ? 1 : turns.getOrDefault(stop.id(), 1);
    }

    private boolean act(Stop stop, Path path) {
        long begun = System.nanoTime();
        if (!(stop.module() instanceof Action action)) {
            troubled(stop, Trouble.unknown(stop), path, begun);
            return true;
        }
        if (!around.switches().isOn(stop.spec())) {
            troubled(stop, Trouble.disabled(stop), path, begun);
            return true;
        }
        around.watch().entered(stop.node());
        Uni<Step> answer;
        try {
            answer = stop.policy().watchesAttempts()
                    ? Attempts.of(stop.policy(), () -> action.act(visit(stop)))
                    : action.act(visit(stop));
        } catch (RuntimeException e) {
            troubled(stop, Trouble.broken(stop, e), path, begun);
            return true;
        }
        if (answer == Step.GO_ON) {
            continued(stop, List.of(), path, begun);
            return true;
        }
        return new Wait(trail, this::goOn)
                .began(
                        stop,
                        answer,
                        begun,
                        step -> answered(stop, step, path, begun),
                        failure -> troubled(stop, Trouble.broken(stop, failure), path, begun));
    }

    private void answered(Stop stop, Step step, Path path, long begun) {
        step.at(new Step.Turn() {
            @Override
            public void goOn(List<String> errors) {
                continued(stop, errors, path, begun);
            }

            @Override
            public void stop(List<String> reasons) {
                if (!stop.spec().blocking()) {
                    seen(stop, trail.add(stop, Visited.FAILED, reasons, begun));
                    report(stop, reasons);
                    pastFailure(stop, path);
                } else if (aside) {
                    seen(stop, trail.add(stop, Visited.STOPPED, reasons, begun));
                    junctions.clear();
                } else {
                    seen(stop, trail.stop(stop, reasons, begun));
                }
            }
        });
    }

    private void continued(Stop stop, List<String> errors, Path path, long begun) {
        seen(stop, trail.add(stop, Visited.CONTINUED, errors, begun));
        junctions.push(new Junction(stop.tracks(), path));
    }

    private void troubled(Stop stop, Trouble trouble, Path path, long begun) {
        seen(stop, trail.add(trouble, begun));
        report(stop, List.of(trouble.message()));
        switch (stop.policy().onError()) {
            case CONTINUE -> junctions.push(new Junction(stop.tracks(), path));
            case EXIT -> takeErrorExit(stop, path);
            case STOP -> stopForTrouble(stop);
            case AS_MISP -> {
                if (stop.spec() == null || !stop.spec().blocking()) {
                    pastFailure(stop, path);
                } else {
                    stopForTrouble(stop);
                }
            }
        }
    }

    private void stopForTrouble(Stop stop) {
        if (aside) {
            junctions.clear();
        } else {
            trail.stopForTrouble(stop);
        }
    }

    private void takeErrorExit(Stop stop, Path path) {
        junctions.push(new Junction(new Track[] {stop.errorTrack()}, path));
    }

    private void report(Stop stop, List<String> reasons) {
        if (!aside) {
            trail.report(stop.shownId(), stop.moduleId(), reasons);
        }
    }

    private void pastFailure(Stop stop, Path path) {
        if (cutting) {
            Skipped.note(plan, stop, path, trail);
        } else {
            junctions.push(new Junction(stop.tracks(), path));
        }
    }

    private Visit visit(Stop stop) {
        before = stop.spec().editsData() ? Snapshot.of(payload) : null;
        if (turns != null) {
            turns.merge(stop.id(), 1, Integer::sum);
        }
        return new Visit(
                payload, stop.settings(), stop.filter(), around.occasion(), around.effects(), stop.id(), turn(stop));
    }
}
