package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Enrichment;
import dev.sluice.module.Enrichment.Enricher;
import dev.sluice.module.Param;
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
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

@BuiltInModule
final class AttachEnrichment implements Action {
    private static final Param<List<String>> MODULES =
            Param.picker("modules", "Modules").from(Choices.ENRICHMENT_MODULES);
    private static final HashPath ATTRIBUTES = HashPath.parse("Event._AttributeFlattened.{n}");
    private static final HashPath PLACES = HashPath.parse("Event.Attribute.{n}");
    private static final HashPath PLACES_IN_OBJECTS = HashPath.parse("Event.Object.{n}.Attribute.{n}");
    private static final HashPath EVENT_ID = HashPath.parse("Event.id");

    private final Enrichment enrichment;
    private final Permission permission;

    AttachEnrichment(Enrichment enrichment, Triggers triggers) {
        this.enrichment = enrichment;
        permission = new Permission(triggers);
    }

    /** One question: about this attribute, to that module. */
    private record Inquiry(Map<String, Object> attribute, Enricher module) {}

    @Override
    public Spec spec() {
        return Spec.action("attach-enrichment", "Attach enrichment")
                .version("0.3")
                .describedAs("Asks Enrichment modules about attributes and attaches what they answer to the data, for"
                        + " the nodes behind this one. Nothing is saved.")
                .icon("asterisk")
                .coreFormat()
                .filters()
                .asks(MODULES)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return enrichment.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        List<String> names = visit.get(MODULES);
        if (names.isEmpty()) {
            return Step.stop("No enrichmnent module selected");
        }
        List<String> unknown = new ArrayList<>();
        List<Enricher> modules = new ArrayList<>();
        for (String name : names) {
            enrichment.find(name).ifPresentOrElse(modules::add, () -> unknown.add(name));
        }
        unknown.removeIf(String::isBlank);
        List<Inquiry> inquiries = inquiries(visit, modules);
        return objections(visit, inquiries).onItem().transformToUni(objections -> {
            List<Inquiry> allowed = inquiries.stream()
                    .filter(it -> !objections.containsKey(it.module()))
                    .toList();
            AtomicReferenceArray<Object> answers = new AtomicReferenceArray<>(allowed.size());
            return ask(visit, allowed, answers)
                    .eventually(() -> attach(visit, allowed, answers))
                    .onItem()
                    .transformToUni(done -> concluded(unknown, objections.values()));
        });
    }

    /** What speaks against which module. All attributes are asked about with the same data, so this is asked once. */
    private Uni<Map<Enricher, List<String>>> objections(Visit visit, List<Inquiry> inquiries) {
        return Multi.createFrom()
                .iterable(inquiries.stream().map(Inquiry::module).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(it ->
                        permission.objections(visit, it.name(), visit.data()).map(reasons -> Map.entry(it, reasons)))
                .filter(it -> !it.getValue().isEmpty())
                .collect()
                .in(LinkedHashMap::new, (all, it) -> all.put(it.getKey(), it.getValue()));
    }

    private Uni<Step> concluded(List<String> unknown, Collection<List<String>> objections) {
        if (!objections.isEmpty()) {
            return Step.stop(objections.stream().flatMap(List::stream).toArray(String[]::new));
        }
        return unknown.isEmpty() ? Step.goOn() : unknown(unknown);
    }

    private Uni<Step> unknown(List<String> names) {
        List<String> troubles = enrichment.diagnostics();
        return Step.stop(
                troubles.isEmpty()
                        ? "The Enrichment service offers no module " + String.join(", ", names) + "."
                        : troubles.get(0));
    }

    private static List<Inquiry> inquiries(Visit visit, List<Enricher> modules) {
        Object items = visit.filter().enabled() ? visit.filter().select(visit.data()) : ATTRIBUTES.values(visit.data());
        Collection<?> attributes =
                items instanceof Map<?, ?> map ? map.values() : items instanceof List<?> list ? list : List.of();
        List<Inquiry> inquiries = new ArrayList<>();
        for (Object item : attributes) {
            Map<String, Object> attribute = map(item);
            for (Enricher module : modules) {
                if (module.inputs().contains(Objects.toString(attribute.get("type"), ""))) {
                    inquiries.add(new Inquiry(attribute, module));
                }
            }
        }
        return inquiries;
    }

    private Uni<Void> ask(Visit visit, List<Inquiry> inquiries, AtomicReferenceArray<Object> answers) {
        if (inquiries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object event = EVENT_ID.get(visit.data(), null);
        return Multi.createFrom()
                .iterable(IntStream.range(0, inquiries.size()).boxed().toList())
                .onItem()
                .transformToUni(i -> enrichment
                        .enrich(visit, inquiries.get(i).module().name(), question(inquiries.get(i), event))
                        .invoke(answer -> answers.set(i, answer)))
                .merge(enrichment.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Map<String, Object> question(Inquiry inquiry, Object event) {
        Fields question = Fields.of("user", Fields.of("id", 0L, "email", "SYSTEM"), "event_id", event);
        Map<String, Object> attribute = inquiry.attribute();
        if (inquiry.module().whole()) {
            question.put("attribute", attribute);
        } else {
            question.put(attribute.get("type").toString(), attribute.get("value"));
        }
        return question;
    }

    /** Attaches the answers in the order of the questions, to every copy of an attribute that the data holds. */
    private static void attach(Visit visit, List<Inquiry> inquiries, AtomicReferenceArray<Object> answers) {
        Map<String, Set<Map<String, Object>>> copies = null;
        for (int i = 0; i < inquiries.size(); i++) {
            Map<String, Object> answer = map(answers.get(i));
            Object found = LooseComparison.truthy(answer.get("error")) ? answer : answer.get("results");
            if (found != null) {
                copies = copies == null ? copies(visit) : copies;
                Map<String, Object> attribute = inquiries.get(i).attribute();
                Set<Map<String, Object>> all = identities();
                all.addAll(copies.getOrDefault(key(attribute), Set.of()));
                all.add(attribute);
                all.forEach(it -> append(it, found));
            }
        }
    }

    private static Map<String, Set<Map<String, Object>>> copies(Visit visit) {
        Map<String, Set<Map<String, Object>>> copies = new HashMap<>();
        Map<String, Object> data = visit.payload().data();
        for (HashPath path : List.of(ATTRIBUTES, PLACES, PLACES_IN_OBJECTS)) {
            for (Object item : path.values(data)) {
                Map<String, Object> attribute = map(item);
                if (!key(attribute).isEmpty()) {
                    copies.computeIfAbsent(key(attribute), it -> identities()).add(attribute);
                }
            }
        }
        return copies;
    }

    private static void append(Map<String, Object> attribute, Object found) {
        List<Object> all = new ArrayList<>();
        if (attribute.get("enrichment") instanceof List<?> before) {
            all.addAll(before);
        }
        all.add(found);
        attribute.put("enrichment", all);
    }

    private static Set<Map<String, Object>> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static String key(Map<String, Object> attribute) {
        Object uuid = attribute.get("uuid");
        return Objects.toString(uuid == null ? attribute.get("id") : uuid, "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }
}
