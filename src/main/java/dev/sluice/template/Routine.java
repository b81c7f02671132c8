package dev.sluice.template;

import java.util.HashMap;
import java.util.Map;

/**
 * A part of a template that gets names of its own each time it runs: the whole, a block, a macro, a recursive loop. Which
 * slot of its frame holds which name is settled when the template is parsed.
 */
final class Routine {
    private final Routine outer;
    private final Map<String, Integer> slots;

    private Routine(Routine outer, Map<String, Integer> slots) {
        this.outer = outer;
        this.slots = slots;
    }

    /** @param outer whose names it sees, or null */
    static Routine within(Routine outer) {
        return new Routine(outer, new HashMap<>());
    }

    /** For what runs beside {@code other} and stores to the same slots, of frames of its own. */
    static Routine like(Routine other, Routine outer) {
        return new Routine(outer, other.slots);
    }

    /** Scopes on one level never overlap within a routine, so that they share the slot of a name. */
    int slot(int level, String name) {
        String key = level + " " + name;
        Integer slot = slots.get(key);
        if (slot == null) {
            slot = slots.size();
            slots.put(key, slot);
        }
        return slot;
    }

    int size() {
        return slots.size();
    }

    /** How many frames further out the frames of {@code other} are. */
    int hopsTo(Routine other) {
        int hops = 0;
        for (Routine at = this; at != other; at = at.outer) {
            hops++;
        }
        return hops;
    }
}
