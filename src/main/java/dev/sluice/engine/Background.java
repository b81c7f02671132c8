package dev.sluice.engine;

/** The port to work that nobody waits for. */
public interface Background {
    /**
     * Takes a branch and walks it some time soon.
     *
     * @throws RejectedException where there is no more room; the caller tells whoever waits for an answer
     */
    void submit(Branch branch);

    /** Too much is waiting already. */
    final class RejectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** With the sentence to show. */
        public RejectedException(String message) {
            super(message);
        }
    }
}
