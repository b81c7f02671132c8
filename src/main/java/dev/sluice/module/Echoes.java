package dev.sluice.module;

/** Tells what the platform reports because a workflow changed it from what others did. */
public interface Echoes {
    /**
     * How many workflow runs lie behind a change.
     *
     * @param thing the uuid of what changed, or an event as {@link #event} names it
     * @param timestamp when it changed, in seconds, by the platform's clock; -1 where that is not known
     * @return 0 where the change is not one of ours
     */
    int depth(String thing, long timestamp);

    /**
     * In how many runs a workflow changed a thing within the last minute.
     *
     * @param thing as above
     */
    default int runs(long workflowId, String thing) {
        return 0;
    }

    /** An event by its id or uuid, apart from other things with the same id. */
    static String event(String idOrUuid) {
        return idOrUuid.contains("-") ? idOrUuid : "event " + idOrUuid;
    }
}
