package dev.sluice.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock of the program. */
final class Clocks {
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
