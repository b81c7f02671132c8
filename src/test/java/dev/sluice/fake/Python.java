package dev.sluice.fake;

import java.io.IOException;

/** The interpreter of the machine, which some tests need. */
public final class Python {
    /** For {@code @EnabledIf}. */
    public static final String IS_THERE = "dev.sluice.fake.Python#isThere";

    /** For those who read why a test did not run. */
    public static final String MISSING = "python3 is not installed";

    private Python() {}

    static boolean isThere() {
        try {
            return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
