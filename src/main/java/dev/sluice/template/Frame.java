package dev.sluice.template;

import dev.sluice.template.python.Rendering;

/** The names of one run of a {@link Routine}, and the way to those further out. */
final class Frame {
    private final Run run;
    private final Frame outer;
    private final Variables variables;
    private final Object[] slots;

    Frame(Run run, Variables variables, Routine routine) {
        this(run, null, variables, routine);
    }

    private Frame(Run run, Frame outer, Variables variables, Routine routine) {
        this.run = run;
        this.outer = outer;
        this.variables = variables;
        this.slots = new Object[routine.size()];
    }

    Frame inner(Routine routine) {
        return new Frame(run, this, variables, routine);
    }

    Frame outwards(int hops) {
        Frame frame = this;
        for (int i = hops; i > 0; i--) {
            frame = frame.outer;
        }
        return frame;
    }

    Run run() {
        return run;
    }

    /** Notes what is about to be done, for the position of the error should it fail. */
    Rendering at(int position) {
        run.at = position;
        return run.rendering;
    }

    Variables variables() {
        return variables;
    }

    Object[] slots() {
        return slots;
    }
}
