package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Misp;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

@BuiltInModule
final class AttachWarninglist implements Action {
    private static final Param<List<String>> LISTS =
            Param.picker("warninglists", "Warninglists").standard("ALL").from(Choices.WARNING_LIST_NAMES);

    private final Misp misp;

    AttachWarninglist(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("attach-warninglist", "Attach warninglist")
                .version("0.2")
                .describedAs(
                        "Notes in the data, under warnings, which attributes with an IDS flag are on warning lists."
                                + " Nothing changes on the platform.")
                .icon("exclamation-triangle")
                .coreFormat()
                .filters()
                .asks(LISTS)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        List<String> names = visit.get(LISTS);
        if (names.isEmpty()) {
            return Step.stop("No warninglist module selected");
        }
        List<Map<String, Object>> attributes = Items.attributes(visit).stream()
                .filter(it -> LooseComparison.truthy(it.get("to_ids")))
                .toList();
        Set<String> values = new LinkedHashSet<>();
        attributes.forEach(it -> values.addAll(parts(it)));
        return misp.warningLists(visit)
                .onItem()
                .transformToUni(lists -> misp.warnings(visit, values).onItem().transformToUni(hits -> {
                    attach(visit, attributes, chosen(lists, names), hits);
                    return Step.goOn();
                }));
    }

    private static Map<String, Map<String, Object>> chosen(List<Map<String, Object>> lists, List<String> names) {
        Map<String, Map<String, Object>> chosen = new LinkedHashMap<>();
        lists.stream()
                .filter(it -> LooseComparison.truthy(it.get("enabled")))
                .filter(it -> names.contains("ALL") || names.contains(Items.text(it, "name")))
                .forEach(it -> chosen.put(Items.text(it, "id"), it));
        return chosen;
    }

    private static void attach(
            Visit visit,
            List<Map<String, Object>> attributes,
            Map<String, Map<String, Object>> lists,
            Map<String, List<Map<String, Object>>> hits) {
        Map<String, Object> ofEvent = new LinkedHashMap<>();
        Map<String, List<Object>> ofAttributes = new LinkedHashMap<>();
        for (Map<String, Object> attribute : attributes) {
            List<Object> warnings = new ArrayList<>();
            for (String value : parts(attribute)) {
                for (Map<String, Object> hit : hits.getOrDefault(value, List.of())) {
                    Map<String, Object> list = lists.get(Items.text(hit, "id"));
                    if (list != null && isAbout(list, attribute)) {
                        warnings.add(warning(list, value, hit));
                        ofEvent.put(
                                Items.text(list, "id"),
                                Fields.of(
                                        "id", Items.text(list, "id"),
                                        "name", Items.text(list, "name"),
                                        "category", Items.text(list, "category")));
                    }
                }
            }
            if (!warnings.isEmpty()) {
                ofAttributes.put(Items.text(attribute, "uuid"), warnings);
            }
        }
        Items.change(visit, ofAttributes.keySet(), it -> it.put("warnings", ofAttributes.get(Items.text(it, "uuid"))));
        Map<String, Object> event = Items.event(visit.payload().data());
        if (!event.isEmpty()) {
            event.put("warnings", new ArrayList<>(ofEvent.values()));
        }
    }

    private static Fields warning(Map<String, Object> list, String value, Map<String, Object> hit) {
        return Fields.of(
                "match", Items.text(hit, "matched"),
                "value", value,
                "warninglist_id", Items.text(list, "id"),
                "warninglist_name", Items.text(list, "name"),
                "warninglist_category", Items.text(list, "category"));
    }

    /** Lists say for which types of attribute they are, separated by commas. */
    private static boolean isAbout(Map<String, Object> list, Map<String, Object> attribute) {
        String types = Items.text(list, "valid_attributes");
        return types.isEmpty()
                || List.of(types.split(",\\s*")).contains(Items.text(attribute, "type"))
                || types.contains("ALL");
    }

    /** The value, and of a composite one its two halves. */
    private static List<String> parts(Map<String, Object> attribute) {
        String value = Items.text(attribute, "value");
        int bar = Items.text(attribute, "type").contains("|") ? value.indexOf('|') : -1;
        return bar < 0 ? List.of(value) : List.of(value, value.substring(0, bar), value.substring(bar + 1));
    }
}
