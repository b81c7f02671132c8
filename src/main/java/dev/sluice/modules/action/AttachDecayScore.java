package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Misp;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@BuiltInModule
final class AttachDecayScore implements Action {
    private static final List<String> GONE = List.of("Galaxy", "ShadowAttribute", "Tag", "_allTags");
    private static final List<String> OF_REST_ONLY = List.of("Event", "Object", "SharingGroup", "RelatedAttribute");

    private static final Param<List<String>> MODELS =
            Param.picker("decayingmodels", "Decaying Model").from(Choices.DECAYING_MODELS);

    private final Misp misp;

    AttachDecayScore(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("attach-decay-score", "Attach decay score")
                .version("0.1")
                .describedAs(
                        "Puts the scores of decaying models into the attributes of the data, as decay_score. As in MISP, these attributes lose their tags, galaxies and proposals in the data.")
                .icon("chart-line")
                .coreFormat()
                .filters()
                .asks(MODELS)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        if (visit.get(MODELS).isEmpty()) {
            return Step.stop("No decaying model selected");
        }
        List<String> uuids = Tagging.uuids(Items.attributes(visit));
        return misp.decayScores(visit, uuids, visit.get(MODELS)).onItem().transformToUni(scored -> {
            Map<String, Map<String, Object>> byUuid = new HashMap<>();
            scored.forEach(it -> byUuid.put(Items.text(it, "uuid"), it));
            Items.change(visit, byUuid.keySet(), it -> replace(it, byUuid.get(Items.text(it, "uuid"))));
            return Step.goOn();
        });
    }

    private static void replace(Map<String, Object> attribute, Map<String, Object> scored) {
        scored.forEach(attribute::put);
        String value = Items.text(attribute, "value");
        int bar = Items.text(attribute, "type").contains("|") ? value.indexOf('|') : -1;
        attribute.put("value1", bar < 0 ? value : value.substring(0, bar));
        attribute.put("value2", bar < 0 ? "" : value.substring(bar + 1));
        GONE.forEach(attribute::remove);
        OF_REST_ONLY.forEach(attribute::remove);
    }
}
