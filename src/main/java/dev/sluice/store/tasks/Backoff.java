package dev.sluice.store.tasks;

import java.time.Duration;

/** How long to pause before a task is tried again. */
record Backoff(Duration first, double factor, Duration longest) {

    /** The pause after that many failures, from 1. */
    Duration after(int failures) {
        double millis = first.toMillis() * Math.pow(factor, failures - 1);
        return Duration.ofMillis((long) Math.min(longest.toMillis(), millis));
    }
}
