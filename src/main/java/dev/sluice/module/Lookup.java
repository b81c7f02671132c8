package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Finds choices of pickers outside of the program. Being a bean is enough. */
public interface Lookup {
    /** Some of the choices that fit, and how many there are. */
    record Found(List<Option> options, long total) {
        /** A part of all that fit: what is left behind those skipped, so many at most. */
        public static Found part(List<Option> fitting, long skipped, int size) {
            return new Found(fitting.stream().skip(skipped).limit(size).toList(), fitting.size());
        }
    }

    /** Whether it is this one that knows these choices. */
    boolean offers(Choices choices);

    /**
     * The choices whose value or label holds the text, letter case ignored, in the order they are shown.
     *
     * @param skipped how many of them are left out before the first
     * @param size how many at most
     * @return them, or a failure with a sentence for the user
     */
    Uni<Found> find(Choices choices, String text, long skipped, int size);
}
