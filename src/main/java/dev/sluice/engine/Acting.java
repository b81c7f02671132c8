package dev.sluice.engine;

import dev.sluice.engine.Plan.Stop;
import dev.sluice.module.Action;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Action nodes of a walk: what they do, and what follows from what they answer. */
final class Acting {
    private final Course course;
    private final Runnable goOn;

    /** @param goOn carries the walk on, on the thread of an answer that was waited for */
    Acting(Course course, Runnable goOn) {
        this.course = course;
        this.goOn = goOn;
    }

    /** Whether the walk can carry on at once. */
    boolean act(Stop stop, Path path) {
        long begun = System.nanoTime();
        if (!(stop.module() instanceof Action action)) {
            troubled(stop, Trouble.unknown(stop), path, begun);
            return true;
        }
        if (!course.around.switches().isOn(stop.spec())) {
            troubled(stop, Trouble.disabled(stop), path, begun);
            return true;
        }
        course.around.watch().entered(stop.node());
        Uni<Step> answer;
        try {
            Visit visit = course.visit(stop);
            answer = stop.policy().watchesAttempts()
                    ? Attempts.of(stop.policy(), () -> action.act(visit))
                    : action.act(visit);
        } catch (RuntimeException e) {
            troubled(stop, Trouble.broken(stop, e), path, begun);
            return true;
        }
        if (answer == Step.GO_ON) {
            continued(stop, List.of(), path, begun);
            return true;
        }
        return new Wait(course.trail, goOn)
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
                    course.seen(stop, course.trail.add(stop, Visited.FAILED, reasons, begun));
                    course.report(stop, reasons);
                    course.pastFailure(stop, path);
                } else if (course.isAside()) {
                    course.seen(stop, course.trail.add(stop, Visited.STOPPED, reasons, begun));
                    course.giveUp();
                } else {
                    course.seen(stop, course.trail.stop(stop, reasons, begun));
                }
            }
        });
    }

    private void continued(Stop stop, List<String> errors, Path path, long begun) {
        course.seen(stop, course.trail.add(stop, Visited.CONTINUED, errors, begun));
        course.goPast(stop, path);
    }

    private void troubled(Stop stop, Trouble trouble, Path path, long begun) {
        course.seen(stop, course.trail.add(trouble, begun));
        course.report(stop, List.of(trouble.message()));
        switch (stop.policy().onError()) {
            case CONTINUE -> course.goPast(stop, path);
            case EXIT -> course.takeErrorExit(stop, path);
            case STOP -> course.stopForTrouble(stop);
            case AS_MISP -> {
                if (stop.spec() == null || !stop.spec().blocking()) {
                    course.pastFailure(stop, path);
                } else {
                    course.stopForTrouble(stop);
                }
            }
        }
    }
}
