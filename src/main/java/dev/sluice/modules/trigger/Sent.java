package dev.sluice.modules.trigger;

import dev.sluice.payload.CoreFormat;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What platforms send, brought into core format. Where the original fetches the event around an attribute, a sighting or
 * a tag, we take what the payload holds of it.
 */
final class Sent {
    private static final String EVENT = "Event";
    private static final String ATTRIBUTE = "Attribute";

    private Sent() {}

    static Uni<Map<String, Object>> normalized(Map<String, Object> raw) {
        return Uni.createFrom().item(CoreFormat.normalize(raw, CoreFormat.Parents.UNKNOWN));
    }

    private static final Uni<Map<String, Object>> UNUSABLE = Uni.createFrom().nullItem();

    /** A part that becomes a list of one in its event. */
    static Uni<Map<String, Object>> inEvent(Map<String, Object> raw, String part) {
        Map<String, Object> given = object(raw.get(part));
        if (given == null) {
            return UNUSABLE;
        }
        Map<String, Object> event = eventAround(raw, given);
        event.put(part, listOf(given));
        return normalized(within(raw, event, List.of(part)));
    }

    /** A proposal: one for a new attribute stands in the event, one for a change at its attribute. */
    static Uni<Map<String, Object>> proposal(Map<String, Object> raw) {
        Map<String, Object> proposal = object(raw.get("ShadowAttribute"));
        Map<String, Object> attribute = object(raw.get(ATTRIBUTE));
        if (proposal == null || attribute == null) {
            return inEvent(raw, "ShadowAttribute");
        }
        attribute.put("ShadowAttribute", listOf(proposal));
        return attributeOf(raw, proposal, attribute, "ShadowAttribute");
    }

    /** A sighting: what the modules see is the attribute that was sighted, in its event. */
    static Uni<Map<String, Object>> sighting(Map<String, Object> raw) {
        Map<String, Object> sighting = object(raw.get("Sighting"));
        if (sighting == null) {
            return UNUSABLE;
        }
        Map<String, Object> attribute = object(sighting.get(ATTRIBUTE));
        return attributeOf(raw, sighting, attribute == null ? object(raw.get(ATTRIBUTE)) : attribute, "Sighting");
    }

    /** A tag that was attached: the event, and the attribute if it is there. */
    static Uni<Map<String, Object>> tag(Map<String, Object> raw) {
        Map<String, Object> tag = object(raw.get("Tag"));
        return tag == null ? UNUSABLE : attributeOf(raw, tag, object(raw.get(ATTRIBUTE)), "Tag");
    }

    private static Uni<Map<String, Object>> attributeOf(
            Map<String, Object> raw, Map<String, Object> about, Map<String, Object> attribute, String part) {
        Map<String, Object> event = eventAround(raw, about);
        if (attribute != null) {
            event.put(ATTRIBUTE, listOf(attribute));
        }
        return normalized(within(raw, event, List.of(part, ATTRIBUTE)));
    }

    private static Map<String, Object> eventAround(Map<String, Object> raw, Map<String, Object> about) {
        Map<String, Object> event = object(raw.get(EVENT));
        if (event == null) {
            event = object(about.get(EVENT));
        }
        return event == null ? new Fields() : event;
    }

    private static Map<String, Object> within(Map<String, Object> raw, Map<String, Object> event, List<String> moved) {
        Fields payload = Fields.copyOf(raw, 1);
        moved.forEach(payload::remove);
        payload.put(EVENT, event);
        return payload;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }

    private static List<Object> listOf(Object item) {
        return new ArrayList<>(List.of(item));
    }
}
