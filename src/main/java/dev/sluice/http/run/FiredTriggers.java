package dev.sluice.http.run;

import dev.sluice.engine.Run;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.Triggers;
import dev.sluice.module.Visit;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Triggers that modules fire: runs like those of a call, one deeper than the run that fires them. */
@Singleton
class FiredTriggers implements Triggers {
    private final Instance<TriggerCalls> calls;
    private final Modules modules;

    /** The calls are looked up late: they know the workflows, which know the modules, which know this. */
    @Inject
    FiredTriggers(Instance<TriggerCalls> calls, Modules modules) {
        this.calls = calls;
        this.modules = modules;
    }

    @Override
    public Uni<List<String>> objections(Visit by, String trigger, Supplier<Map<String, Object>> payload) {
        Spec spec = modules.trigger(trigger).orElseThrow().spec();
        if (!calls.get().isHeard(trigger)) {
            return Uni.createFrom().item(List.of());
        }
        TriggerCalls.Manner manner = new TriggerCalls.Manner(
                by.effects().areRecorded(), true, by.occasion().depth() + 1);
        Map<String, Object> sent = payload.get();
        return calls.get()
                .fire(spec, sent, Json.writeBytes(sent), manner)
                .onItem()
                .transform(TriggerCalls.Result::run)
                .onItem()
                .transform(FiredTriggers::objections);
    }

    private static List<String> objections(Run run) {
        if (run.proceed()) {
            return List.of();
        }
        return run.reasons().isEmpty()
                ? List.of("The workflow `" + run.workflowName() + "` refused it without a reason, see its run "
                        + run.id() + ".")
                : run.reasons();
    }
}
