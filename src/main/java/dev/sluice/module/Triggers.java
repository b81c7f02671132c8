package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The port through which a module fires a blocking trigger for what it is about to do, as the platform would. */
public interface Triggers {
    /**
     * Asks whoever listens to a trigger.
     *
     * @param payload as the platform sends it; made only where a workflow listens, and given away to its run
     * @return what speaks against it, a sentence each; empty to go on. A run that fails speaks by the {@code onError} of
     *     its trigger; this never fails.
     */
    Uni<List<String>> objections(Visit by, String trigger, Supplier<Map<String, Object>> payload);
}
