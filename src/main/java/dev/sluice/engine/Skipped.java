package dev.sluice.engine;

import dev.sluice.engine.Plan.Rail;
import dev.sluice.engine.Plan.Stop;
import dev.sluice.engine.Plan.Track;
import java.util.ArrayDeque;
import java.util.Deque;

/** The paths of the actions that do not run behind a node that failed. */
final class Skipped {
    /** How many are kept for the answer; more are not told. */
    private static final int MOST = 1_000;

    private record Place(Stop stop, Path path) {}

    private Skipped() {}

    /** Notes them in the trail. Which way logic would have led is not known: its path ends. */
    static void note(Plan plan, Stop failed, Path path, Trail trail) {
        Deque<Place> places = new ArrayDeque<>();
        places.push(new Place(failed, path));
        while (!places.isEmpty()) {
            Place from = places.pop();
            for (Track track : from.stop.tracks()) {
                for (Rail rail : track.rails()) {
                    Stop next = plan.stop(rail.target());
                    if (next == null || from.path.contains(rail.edge()) || trail.blockedPaths() >= MOST) {
                        continue;
                    }
                    Path onward = from.path.then(rail.edge());
                    trail.addBlocked(onward);
                    if (!next.isLogic()) {
                        places.push(new Place(next, onward));
                    }
                }
            }
        }
    }
}
