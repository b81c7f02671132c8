package dev.sluice.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The wires followed from the start to a node, newest first: a list that all branches share.
 *
 * @param length number of wires
 */
record Path(String edge, Path before, int length) {
    static final Path START = new Path(null, null, 0);

    Path then(String next) {
        return new Path(next, this, length + 1);
    }

    /** Whether this path went along that wire already, which would make a walk around a cycle endless. */
    boolean contains(String sought) {
        for (Path at = this; at.edge != null; at = at.before) {
            if (at.edge.equals(sought)) {
                return true;
            }
        }
        return false;
    }

    /** The wires in the order they were followed. */
    List<String> edges() {
        List<String> edges = new ArrayList<>(length);
        for (Path at = this; at.edge != null; at = at.before) {
            edges.add(at.edge);
        }
        Collections.reverse(edges);
        return edges;
    }
}
