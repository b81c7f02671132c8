package dev.sluice.engine;

import dev.sluice.engine.Plan.Rail;
import dev.sluice.engine.Plan.Stop;
import dev.sluice.engine.Plan.Track;
import dev.sluice.graph.Policy;
import dev.sluice.module.Logic;
import dev.sluice.module.Way;
import java.util.ArrayList;
import java.util.List;

/** Logic nodes of a walk: which exit it takes, and what it sends off. */
final class Choosing {
    private final Course course;
    private final Runnable goOn;

    /** @param goOn carries the walk on, once what was sent off is kept */
    Choosing(Course course, Runnable goOn) {
        this.course = course;
        this.goOn = goOn;
    }

    /** Whether the walk can carry on at once. */
    boolean choose(Stop stop, Path path) {
        long begun = System.nanoTime();
        if (!(stop.module() instanceof Logic logic)) {
            takeOtherwise(stop, Trouble.unknown(stop), path, begun);
        } else if (!course.around.switches().isOn(stop.spec())) {
            takeOtherwise(stop, Trouble.disabled(stop), path, begun);
        } else {
            course.around.watch().entered(stop.node());
            try {
                return take(stop, logic.choose(course.visit(stop)), path, begun);
            } catch (RuntimeException e) {
                takeOtherwise(stop, Trouble.broken(stop, e), path, begun);
            }
        }
        return true;
    }

    private boolean take(Stop stop, Way way, Path path, long begun) {
        var turn = new Way.Turn() {
            private boolean goesOn = true;

            @Override
            public void take(Way.Take take) {
                course.seen(stop, course.trail.add(stop, take.exit(), take.errors(), begun));
                Choosing.this.take(stop, stop.spec().exits().indexOf(take.exit()), path);
            }

            @Override
            public void fork(Way.Fork fork) {
                goesOn = Choosing.this.fork(stop, fork, begun);
            }
        };
        way.at(turn);
        return turn.goesOn;
    }

    private void take(Stop stop, int exit, Path path) {
        course.goTo(Junction.at(stop.tracks(), "output_" + (exit + 1), path));
    }

    /** As MISP: what could not choose takes "else", or the only exit there is; a fork that cannot fork ends here. */
    private void takeOtherwise(Stop stop, Trouble trouble, Path path, long begun) {
        course.seen(stop, course.trail.add(trouble, begun));
        if (stop.policy().onError() == Policy.OnError.STOP) {
            course.report(stop, List.of(trouble.message()));
            course.stopForTrouble(stop);
            return;
        }
        if (stop.policy().onError() == Policy.OnError.EXIT) {
            course.takeErrorExit(stop, path);
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
        if (course.around.effects().areRecorded()) {
            course.followLater(branches);
            forked(stop, fork, branches, begun);
            return true;
        }
        return new Wait(course.trail, goOn)
                .began(
                        stop,
                        course.around.background().submit(branches),
                        begun,
                        kept -> forked(stop, fork, branches, begun),
                        failure -> course.seen(stop, course.trail.add(Trouble.broken(stop, failure), begun)));
    }

    private List<Branch> branches(Stop stop) {
        List<Branch> branches = new ArrayList<>();
        for (Track track : stop.tracks()) {
            for (Rail rail : track.rails()) {
                String id = RunId.child(course.around.occasion().runId(), rail.edge() + ' ' + course.turn(stop));
                branches.add(new Branch(
                        id, course.plan, rail.target(), course.payload().fork(), course.around.occasion()));
            }
        }
        return branches;
    }

    private void forked(Stop stop, Way.Fork fork, List<Branch> branches, long begun) {
        branches.forEach(it -> course.seen(stop, course.trail.add(stop, fork.exit(), List.of(), begun)));
    }
}
