package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.MispReader.path;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Echoes;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes events and their attributes. */
@Singleton
class EventEdits {
    private final Writing write;

    @Inject
    EventEdits(Writing write) {
        this.write = write;
    }

    Uni<List<Map<String, Object>>> editAttributes(Visit by, String event, List<Map<String, Object>> changes) {
        if (by.effects().areRecorded()) {
            return write.recorded(by, changes, "misp.attributes.edit", "event", event, "attributes", changes);
        }
        List<Uni<List<Map<String, Object>>>> calls = new ArrayList<>();
        List<Map<String, Object>> ofEvent = new ArrayList<>();
        for (Map<String, Object> change : changes) {
            Fields fields = Fields.copyOf(change);
            fields.remove("object_id");
            if (isInObject(change)) {
                calls.add(editAttribute(by, event, text(change, "uuid"), fields));
            } else {
                ofEvent.add(fields);
            }
        }
        if (!ofEvent.isEmpty()) {
            calls.add(0, editPlain(by, event, ofEvent));
        }
        return Uni.join()
                .all(calls)
                .usingConcurrencyOf(1)
                .andFailFast()
                .onItem()
                .transform(parts -> {
                    List<Map<String, Object>> all = new ArrayList<>();
                    parts.forEach(all::addAll);
                    return all;
                });
    }

    private static boolean isInObject(Map<String, Object> change) {
        String object = text(change, "object_id");
        return !object.isEmpty() && !object.equals("0");
    }

    private Uni<List<Map<String, Object>>> editPlain(Visit by, String event, List<Map<String, Object>> changes) {
        Set<String> uuids = changes.stream().map(it -> text(it, "uuid")).collect(Collectors.toSet());
        List<String> things = new ArrayList<>(uuids);
        things.add(Echoes.event(event));
        Fields body = Fields.of("Event", Fields.of("Attribute", changes));
        return write.during(by, things, () -> write.post(by, "/events/edit/" + path(event), body))
                .onItem()
                .transform(answer -> attributes(map(map(answer).get("Event")), uuids));
    }

    /** MISP takes an attribute of an object for a foreign one where it stands among the event's own. */
    private Uni<List<Map<String, Object>>> editAttribute(Visit by, String event, String uuid, Fields fields) {
        return write.during(
                        by,
                        List.of(Echoes.event(event), uuid),
                        () -> write.post(by, "/attributes/edit/" + path(uuid), fields))
                .onItem()
                .transform(answer -> List.of(map(map(answer).get("Attribute"))));
    }

    private static List<Map<String, Object>> attributes(Map<String, Object> event, Set<String> wanted) {
        List<Map<String, Object>> all = new ArrayList<>(maps(event.get("Attribute")));
        maps(event.get("Object")).forEach(it -> all.addAll(maps(it.get("Attribute"))));
        all.removeIf(it -> !wanted.contains(text(it, "uuid")));
        return all;
    }

    Uni<Map<String, Object>> editEvent(Visit by, String event, Map<String, Object> fields) {
        Fields body = Fields.of("Event", fields);
        return write.once(
                by,
                List.of(Echoes.event(event)),
                () -> write.post(by, "/events/edit/" + path(event), body)
                        .onItem()
                        .transform(Shapes::map),
                body,
                "misp.event.edit",
                "event",
                event,
                "fields",
                fields);
    }

    Uni<Void> publish(Visit by, String event) {
        return onEvent(by, "publish", event);
    }

    Uni<Void> alert(Visit by, String event) {
        return onEvent(by, "alert", event);
    }

    Uni<Void> unpublish(Visit by, String event) {
        return onEvent(by, "unpublish", event);
    }

    private Uni<Void> onEvent(Visit by, String verb, String event) {
        String kind = "misp.event." + verb;
        return write.change(
                by, List.of(Echoes.event(event)), "/events/" + verb + "/" + path(event), null, kind, "event", event);
    }

    Uni<Void> enrichEvent(Visit by, String event, Collection<String> modules) {
        Fields body = new Fields();
        modules.forEach(it -> body.put(it, 1L));
        return write.change(
                by,
                List.of(Echoes.event(event)),
                "/events/enrichEvent/" + path(event),
                body,
                "misp.event.enrich",
                "event",
                event,
                "modules",
                List.copyOf(modules));
    }
}
