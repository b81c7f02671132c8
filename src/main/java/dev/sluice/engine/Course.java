package dev.sluice.engine;

import dev.sluice.engine.Plan.Stop;
import dev.sluice.engine.Plan.Track;
import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Switches;
import dev.sluice.module.Visit;
import dev.sluice.payload.Patch;
import dev.sluice.payload.Payload;
import dev.sluice.payload.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a walk stands: the data, the junctions behind it, and what is to become of what it meets. */
final class Course {
    /** What a walk needs of the engine. */
    record Surroundings(Switches switches, Background background, Effects effects, Occasion occasion, Watch watch) {}

    final Plan plan;
    final Surroundings around;
    final Trail trail;

    private final Deque<Junction> junctions = new ArrayDeque<>();
    private final Deque<Branch> dryBranches = new ArrayDeque<>();

    /** Whether a "no" cuts the path it came from: in workflows nobody waits for, and in branches. */
    private boolean cutting;

    /** Whether the walk is in a branch that a dry run follows itself: nothing found there holds up the caller. */
    private boolean aside;

    private Payload payload;

    /** The data as the module that is at work found it; null where it leaves the data alone. */
    private Snapshot before;

    /** How often nodes were visited; null where each is at most once. */
    private final Map<String, Integer> turns;

    Course(Plan plan, Payload payload, boolean cutting, Surroundings around, Trail trail) {
        this.plan = plan;
        this.payload = payload;
        this.cutting = cutting;
        this.around = around;
        this.trail = trail;
        this.turns = plan.isJoining() ? new HashMap<>() : null;
    }

    /** The junction to go on from; null where the way is at its end. */
    Junction here() {
        return junctions.peek();
    }

    void goTo(Junction junction) {
        junctions.push(junction);
    }

    /** Goes on behind a node, by all of its exits. */
    void goPast(Stop stop, Path path) {
        junctions.push(new Junction(stop.tracks(), path));
    }

    void goBack() {
        junctions.pop();
    }

    Payload payload() {
        return payload;
    }

    boolean isAside() {
        return aside;
    }

    /** Ends the way, not the walk: a dry run has other branches to follow. */
    void giveUp() {
        junctions.clear();
    }

    void followLater(List<Branch> branches) {
        dryBranches.addAll(branches);
    }

    /** Begins the next branch of a dry run; false after the last. */
    boolean nextDryBranch() {
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

    /** Notes a node that is done with; null for one that came too late. */
    void seen(Stop stop, Visited visited) {
        if (visited == null) {
            return;
        }
        Patch changes = before == null ? Patch.NONE : before.compare(payload);
        before = null;
        around.watch().visited(stop.node(), changes.isEmpty() ? visited : trail.changed(visited, changes), payload);
    }

    /** The how manieth visit of this node it is. */
    int turn(Stop stop) {
        return turns == null ? 1 : turns.getOrDefault(stop.id(), 1);
    }

    void stopForTrouble(Stop stop) {
        if (aside) {
            junctions.clear();
        } else {
            trail.stopForTrouble(stop);
        }
    }

    void takeErrorExit(Stop stop, Path path) {
        junctions.push(new Junction(new Track[] {stop.errorTrack()}, path));
    }

    void report(Stop stop, List<String> reasons) {
        if (!aside) {
            trail.report(stop.shownId(), stop.moduleId(), reasons);
        }
    }

    void pastFailure(Stop stop, Path path) {
        if (cutting) {
            Skipped.note(plan, stop, path, trail);
        } else {
            junctions.push(new Junction(stop.tracks(), path));
        }
    }

    /** What its module is handed; once for each time the walk comes to the node. */
    Visit visit(Stop stop) {
        before = stop.spec().editsData() ? Snapshot.of(payload) : null;
        if (turns != null) {
            turns.merge(stop.id(), 1, Integer::sum);
        }
        return new Visit(
                payload, stop.settings(), stop.filter(), around.occasion(), around.effects(), stop.id(), turn(stop));
    }
}
