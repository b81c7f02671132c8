package dev.sluice.engine;

import dev.sluice.engine.Plan.Stop;

/** Why a node could not run or broke. The texts are MISP's own: users search their logs for them. */
record Trouble(Object nodeId, String module, String type, String result, String message) {

    static Trouble disabled(Stop stop) {
        return of(stop, Visited.DISABLED, "Could not execute disabled module `" + stop.moduleId() + "`.");
    }

    static Trouble unknown(Stop stop) {
        return of(stop, Visited.UNKNOWN, "Could not load class for module: " + stop.moduleId());
    }

    /** The one place where an exception of a module becomes the error of its node. */
    static Trouble broken(Stop stop, Throwable failure) {
        return of(stop, Visited.ERROR, "Error while executing module " + stop.moduleId() + ". Error: " + why(failure));
    }

    /** The message of an exception, or what kind it is where it has none. */
    static String why(Throwable failure) {
        String why = failure.getMessage();
        return why == null || why.isBlank() ? failure.getClass().getSimpleName() : why;
    }

    static Trouble nowhere(String target) {
        return new Trouble(
                target, "", "", Visited.UNKNOWN, "Could not find node " + target + ", to which a wire leads.");
    }

    private static Trouble of(Stop stop, String result, String message) {
        return new Trouble(stop.shownId(), stop.moduleId(), stop.type(), result, message);
    }
}
