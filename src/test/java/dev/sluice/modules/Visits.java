package dev.sluice.modules;

import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Settings;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import java.util.Map;

/** Visits without a walk. */
public final class Visits {
    private Visits() {}

    /** A visit that acts on the world. */
    public static Visit real(
            WorkflowModule module, Templates templates, Map<String, Object> params, Map<String, Object> data) {
        return visit(module, templates, params, data, Effects.real());
    }

    /** A visit of a dry run. */
    public static Visit dry(
            WorkflowModule module, Templates templates, Map<String, Object> params, Map<String, Object> data) {
        return visit(module, templates, params, data, Effects.recording());
    }

    private static Visit visit(
            WorkflowModule module,
            Templates templates,
            Map<String, Object> params,
            Map<String, Object> data,
            Effects effects) {
        return new Visit(
                new Payload(data),
                Settings.of(module.spec(), params, templates),
                Filter.of(null),
                new Occasion("", 7, "wf under test", "event-publish", 2),
                effects);
    }
}
