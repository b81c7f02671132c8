package dev.sluice.modules.action;

import dev.sluice.module.Triggers;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Payload;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks {@code enrichment-before-query} before an Enrichment module is queried. */
final class Permission {
    private static final String TRIGGER = "enrichment-before-query";

    private final Triggers triggers;

    Permission(Triggers triggers) {
        this.triggers = triggers;
    }

    /**
     * What speaks against a query, in MISP's words and those of the workflow; empty to go on.
     *
     * @param data what the query is about, in core format; left as it is
     */
    Uni<List<String>> objections(Visit visit, String module, Map<String, Object> data) {
        return triggers.objections(visit, TRIGGER, () -> {
                    Fields payload = Fields.copyOf(new Payload(data).fork().data(), 1);
                    payload.put("_module", module);
                    return payload;
                })
                .onItem()
                .transform(reasons -> {
                    if (reasons.isEmpty()) {
                        return reasons;
                    }
                    List<String> all = new ArrayList<>();
                    all.add("Trigger `" + TRIGGER + "` blocked enrichment by " + module + ".");
                    all.addAll(reasons);
                    return all;
                });
    }
}
