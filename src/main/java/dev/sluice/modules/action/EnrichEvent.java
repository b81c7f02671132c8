package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Enrichment;
import dev.sluice.module.Enrichment.Enricher;
import dev.sluice.module.Misp;
import dev.sluice.module.Param;
import dev.sluice.module.Publisher;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Triggers;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@BuiltInModule
final class EnrichEvent implements Action {
    private static final String TOPIC = "misp_json_workflow";
    private static final Param<String> MODULES =
            Param.select("modules", "Modules", "", List.of()).from(Choices.ENRICHMENT_MODULES);
    private static final HashPath EVENT_ID = HashPath.parse("Event.id");

    private final Enrichment enrichment;
    private final Misp misp;
    private final Publisher publisher;
    private final Permission permission;

    EnrichEvent(Enrichment enrichment, Misp misp, Publisher publisher, Triggers triggers) {
        permission = new Permission(triggers);
        this.enrichment = enrichment;
        this.misp = misp;
        this.publisher = publisher;
    }

    /** What was found about one attribute. */
    private record Finding(Map<String, Object> attribute, Map<String, Object> answer) {}

    @Override
    public Spec spec() {
        return Spec.action("enrich-event", "Enrich Event")
                .version("0.2")
                .describedAs("Asks an Enrichment module about attributes and saves what it answers in the event; then"
                        + " fetches the event anew.")
                .icon("asterisk")
                .coreFormat()
                .filters()
                .asks(MODULES)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        List<String> all = new ArrayList<>(enrichment.diagnostics());
        all.addAll(misp.diagnostics());
        return all;
    }

    @Override
    public Uni<Step> act(Visit visit) {
        String module = visit.get(MODULES);
        if (module.isEmpty()) {
            return Step.stop("No enrichmnent module selected");
        }
        List<Map<String, Object>> attributes = Items.attributes(visit);
        if (attributes.isEmpty() && visit.filter().enabled()) {
            return Step.goOn();
        }
        Object event = EVENT_ID.get(visit.data(), "");
        return findings(visit, module, event, attributes)
                .onItem()
                .transformToUni(findings -> save(visit, module, event.toString(), findings))
                .onItem()
                .transformToUni(added -> publisher.publish(
                        visit, TOPIC, Fields.of("Enriching event", event, "Attribute added", (long) added)))
                .onItem()
                .transformToUni(done -> FullEvent.reload(misp, visit));
    }

    private Uni<List<Finding>> findings(Visit visit, String name, Object event, List<Map<String, Object>> attributes) {
        Enricher module = enrichment.find(name).orElse(null);
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Map<String, Object> attribute : attributes) {
            // MISP enriches what stands alone, and nothing inside of objects
            if (module != null
                    && module.inputs().contains(Items.text(attribute, "type"))
                    && !LooseComparison.truthy(attribute.get("object_id"))) {
                asked.add(attribute);
            }
        }
        if (asked.isEmpty()) {
            return module == null && !enrichment.diagnostics().isEmpty()
                    ? Uni.createFrom()
                            .failure(new IllegalStateException(
                                    enrichment.diagnostics().get(0)))
                    : Uni.createFrom().item(List.of());
        }
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUni(it -> permission
                        .objections(visit, name, about(visit, it))
                        .onItem()
                        .transformToUni(objections -> objections.isEmpty()
                                ? enrichment
                                        .enrich(visit, name, question(it, event, module))
                                        .map(answer -> new Finding(it, Items.map(answer)))
                                : Uni.createFrom().nullItem()))
                .merge(enrichment.concurrency())
                .collect()
                .asList();
    }

    /** The event with that attribute only. One that may not be asked about is left out, as MISP does. */
    private static Map<String, Object> about(Visit visit, Map<String, Object> attribute) {
        Fields event = Fields.copyOf(Items.event(visit.data()));
        event.remove("Object");
        event.remove("_AttributeFlattened");
        event.put("Attribute", List.of(attribute));
        return Fields.of("Event", event);
    }

    private static Map<String, Object> question(Map<String, Object> attribute, Object event, Enricher module) {
        Fields question = Fields.of("event_id", event, "attribute_uuid", attribute.get("uuid"));
        if (module.whole()) {
            question.put("attribute", attribute);
        } else {
            question.put(attribute.get("type").toString(), attribute.get("value"));
        }
        return question;
    }

    /** How many attributes and objects were added. */
    private Uni<Integer> save(Visit visit, String module, String event, List<Finding> findings) {
        List<Object> attributes = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        for (Finding finding : findings) {
            String comment = "Attribute #" + finding.attribute().get("id") + " enriched by " + module + ".";
            Object results = finding.answer().get("results");
            if (results instanceof Map<?, ?> whole) {
                commented(whole.get("Attribute"), comment, attributes);
                commented(whole.get("Object"), comment, objects);
            } else if (results instanceof List<?> list) {
                list.forEach(it -> simple(Items.map(it), finding.attribute(), comment, attributes));
            }
        }
        if (attributes.isEmpty() && objects.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Fields added = new Fields();
        if (!attributes.isEmpty()) {
            added.put("Attribute", attributes);
        }
        if (!objects.isEmpty()) {
            added.put("Object", objects);
        }
        return misp.editEvent(visit, event, added).replaceWith(attributes.size() + objects.size());
    }

    private static void commented(Object found, String comment, List<Object> all) {
        if (found instanceof List<?> list) {
            for (Object it : list) {
                Fields copy = Fields.copyOf(Items.map(it));
                if (Objects.toString(copy.get("comment"), "").isEmpty()) {
                    copy.put("comment", comment);
                }
                all.add(copy);
            }
        }
    }

    /** Each value as the first of the types; the platform knows the category that goes with it. */
    private static void simple(
            Map<String, Object> result, Map<String, Object> attribute, String comment, List<Object> all) {
        List<?> types = result.get("types") instanceof List<?> list ? list : List.of();
        List<?> values = result.get("values") instanceof List<?> list ? list : List.of();
        List<?> categories = result.get("categories") instanceof List<?> list ? list : List.of();
        for (Object value : values) {
            if (!types.isEmpty() && value != null && !(value instanceof Map) && !(value instanceof List)) {
                Fields added = Fields.of(
                        "type",
                        types.get(0),
                        "value",
                        value.toString(),
                        "to_ids",
                        false,
                        "comment",
                        comment,
                        "distribution",
                        attribute.get("distribution"));
                if (!categories.isEmpty()) {
                    added.put("category", categories.get(0));
                }
                all.add(added);
            }
        }
    }
}
