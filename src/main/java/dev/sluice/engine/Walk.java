package dev.sluice.engine;

import dev.sluice.engine.Plan.Rail;
import dev.sluice.engine.Plan.Stop;
import dev.sluice.payload.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * One way through a graph: depth first, in drawing order, logic chosen when the walk reaches it and not before. Paths
 * that join are not merged; a node runs once for each path that leads to it.
 *
 * <p>The walk keeps its own stack, so the longest chain does not overflow the thread's, and it goes on in a loop as long
 * as actions answer at once. Only an action that makes it wait gives the thread back; whoever answers it carries on.
 */
final class Walk {
    private final Plan plan;
    private final Trail trail;
    private final Course course;
    private final Choosing choosing;
    private final Acting acting;
    private UniEmitter<? super Trail> finished;

    Walk(Plan plan, Payload payload, boolean cutting, Course.Surroundings around, Trail trail) {
        this.plan = plan;
        this.trail = trail;
        course = new Course(plan, payload, cutting, around, trail);
        choosing = new Choosing(course, this::goOn);
        acting = new Acting(course, this::goOn);
    }

    /** Walks from the trigger node, which does nothing itself. */
    Uni<Trail> fromTrigger() {
        course.goPast(plan.start(), Path.START);
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
                Junction here = course.here();
                if (here == null) {
                    if (!course.nextDryBranch()) {
                        break;
                    }
                } else {
                    Rail rail = here.next();
                    if (rail == null) {
                        course.goBack();
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
            return choosing.choose(stop, path);
        }
        if (stop.isTrigger()) {
            course.goPast(stop, path);
            return true;
        }
        return acting.act(stop, path);
    }
}
