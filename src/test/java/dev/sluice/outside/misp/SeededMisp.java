package dev.sluice.outside.misp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Connects the application under test to a fake MISP with what the recorded cases found in theirs. */
public final class SeededMisp implements QuarkusTestResourceLifecycleManager {
    private static FakeMisp misp;

    @Override
    public Map<String, String> start() {
        misp = Misps.seeded();
        return Map.of("sluice.misp.url", misp.url(), "sluice.misp.key", FakeMisp.KEY);
    }

    /** Puts it back to that state. */
    public static void again() {
        Misps.seed(misp);
    }

    /** The fake itself. */
    public static FakeMisp misp() {
        return misp;
    }

    @Override
    public void stop() {
        if (misp != null) {
            misp.close();
        }
    }
}
