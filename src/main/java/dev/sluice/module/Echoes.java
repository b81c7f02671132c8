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

    /** As the other for a change that bears no time: one of ours is known while it is done and for a minute after. */
    default int lately(String thing) {
        return depth(thing, -1);
    }

    /** A tag on an event or anything in it. */
    static String tag(String eventId, String name) {
        return "tag " + name + " of " + event(eventId);
    }

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
