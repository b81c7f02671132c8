package dev.sluice.outside;

import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Visit;

/** Visits as far as ports look at them: whether things are done, and how deep. */
public final class Visits {
    private static final int DEPTH = 2;

    private Visits() {}

    public static Visit with(Effects effects) {
        return new Visit(null, null, null, new Occasion("run", 1, "workflow", "event-publish", DEPTH), effects);
    }
}
