package dev.sluice.module;

import java.util.List;

/** Where a logic node sends the walk. */
public sealed interface Way {
    /** What a walk does with each kind of way; a new kind does not compile until it is dealt with. */
    interface Turn {
        void take(Take take);

        void fork(Fork fork);
    }

    /** Deals with this way as its kind asks. */
    void at(Turn turn);

    /** The first exit of an IF. */
    Way THEN = new Take("then", List.of());

    /** The second exit of an IF. */
    Way ELSE = new Take("else", List.of());

    /** The only exit of a node that has one. */
    Way OUT = new Take("out", List.of());

    /** On through the exit of that name, with what went wrong on the way, a sentence each. */
    record Take(String exit, List<String> errors) implements Way {
        @Override
        public void at(Turn turn) {
            turn.take(this);
        }
    }

    /** Everything wired to the exit of that name runs on its own, in the background; this walk goes no further here. */
    record Fork(String exit) implements Way {
        @Override
        public void at(Turn turn) {
            turn.fork(this);
        }
    }

    /** {@link #THEN} or {@link #ELSE}. */
    static Way when(boolean holds) {
        return holds ? THEN : ELSE;
    }

    /** {@link #ELSE}, because of an error. */
    static Way otherwise(String error) {
        return new Take("else", List.of(error));
    }
}
