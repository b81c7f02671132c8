package dev.sluice.engine;

import dev.sluice.engine.Plan.Rail;
import dev.sluice.engine.Plan.Track;

/** A node whose exits are being followed: it knows the way that led there and which wire comes next. */
final class Junction {
    private static final Track[] NOWHERE = {};

    final Path path;
    private final Track[] tracks;
    private int track;
    private int rail;

    Junction(Track[] tracks, Path path) {
        this.tracks = tracks;
        this.path = path;
    }

    /** Only one exit of a node, or none where it has no wires. */
    static Junction at(Track[] tracks, String exit, Path path) {
        for (Track track : tracks) {
            if (track.exit().equals(exit)) {
                return new Junction(new Track[] {track}, path);
            }
        }
        return new Junction(NOWHERE, path);
    }

    /** A way that begins in a node itself. */
    static Junction before(String start) {
        return new Junction(new Track[] {new Track("", new Rail[] {new Rail("", start)})}, Path.START);
    }

    /** The next wire in drawing order, or null after the last. */
    Rail next() {
        while (track < tracks.length) {
            Rail[] rails = tracks[track].rails();
            if (rail < rails.length) {
                return rails[rail++];
            }
            track++;
            rail = 0;
        }
        return null;
    }
}
