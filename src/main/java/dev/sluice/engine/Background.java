package dev.sluice.engine;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The port to work that nobody waits for. */
public interface Background {
    /**
     * Takes the branches that one fork sends off, all of them or none, and walks them some time soon. A branch that was taken
     * before, by its run id, is not taken again.
     *
     * @return done once they are kept; fails with {@link RejectedException} where there is no more room or they cannot be kept
     */
    Uni<Void> submit(List<Branch> branches);

    /** Work cannot be taken. */
    final class RejectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** With the sentence to show. */
        public RejectedException(String message) {
            super(message);
        }
    }
}
