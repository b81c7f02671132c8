package dev.sluice.module;

import io.smallrye.mutiny.Uni;

/** Something beside us that we stand on or talk to, and that may be away: a database, a platform, a mail server. */
public interface Neighbour {
    /** As people call it. */
    String name();

    /** How it is at this moment; never fails, and never blocks the one who asks. */
    Uni<Condition> look();

    /** The kinds of condition. */
    enum State {
        UP,
        DOWN,
        /** Nobody said where it is. */
        OFF
    }

    /**
     * @param detail a sentence: where it is, or what is wrong and what to do
     */
    record Condition(State state, String detail) {
        public static Condition up(String detail) {
            return new Condition(State.UP, detail);
        }

        public static Condition down(String detail) {
            return new Condition(State.DOWN, detail);
        }

        public static Condition off(String detail) {
            return new Condition(State.OFF, detail);
        }
    }
}
