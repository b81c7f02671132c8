package dev.sluice.store;

/** Somebody saved a newer version since the caller looked. */
public final class StaleVersionException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final int currentVersion;

    StaleVersionException(long workflowId, int expected, int current) {
        super("Workflow " + workflowId + " is at version " + current + " by now, not " + expected
                + ": load it again and repeat your change.");
        this.currentVersion = current;
    }

    /** The number of the version that counts now. */
    public int currentVersion() {
        return currentVersion;
    }
}
