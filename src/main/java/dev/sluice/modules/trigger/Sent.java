package dev.sluice.modules.trigger;

import dev.sluice.module.Misp;
import dev.sluice.payload.CoreFormat;
import dev.sluice.payload.CoreFormat.Around;
import dev.sluice.payload.CoreFormat.Parents;
import dev.sluice.payload.Fields;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What platforms send, brought into core format. The event around an attribute, a sighting or a tag is asked of MISP, as
 * the original asks its database; with no MISP connected, what the payload holds of it counts. What comes through a
 * workflow of MISP itself is an event in core format already, whatever it is about.
 */
@Singleton
class Sent {
    private static final String EVENT = "Event";
    private static final String ATTRIBUTE = "Attribute";
    private static final String SHADOW = "ShadowAttribute";
    private static final Uni<Map<String, Object>> UNUSABLE = Uni.createFrom().nullItem();

    private final Misp misp;

    @Inject
    Sent(Misp misp) {
        this.misp = misp;
    }

    /** With nothing asked of MISP. */
    static Uni<Map<String, Object>> alone(Map<String, Object> raw) {
        return Uni.createFrom().item(CoreFormat.normalize(raw, Parents.UNKNOWN));
    }

    Uni<Map<String, Object>> normalized(Map<String, Object> raw) {
        Optional<Around> around = misp.isConfigured() ? CoreFormat.around(raw) : Optional.empty();
        if (around.isEmpty()) {
            return alone(raw);
        }
        return Uni.combine()
                .all()
                .unis(
                        found(misp::eventAlone, around.get().event(), Rows::event),
                        found(misp::object, around.get().object(), Rows::object))
                .asTuple()
                .onItem()
                .transform(both -> CoreFormat.normalize(
                        raw,
                        new Parents(
                                true,
                                both.getItem1().orElse(null),
                                both.getItem2().orElse(null))));
    }

    /** A part that becomes a list of one in its event. */
    Uni<Map<String, Object>> inEvent(Map<String, Object> raw, String part) {
        Map<String, Object> given = object(raw.get(part));
        if (given == null) {
            return ready(raw);
        }
        return eventOf(raw, given, part, event -> event.put(part, listOf(given)));
    }

    /** A proposal: one for a new attribute stands in the event, one for a change at its attribute. */
    Uni<Map<String, Object>> proposal(Map<String, Object> raw) {
        Map<String, Object> proposal = object(raw.get(SHADOW));
        if (proposal == null) {
            return ready(raw);
        }
        Map<String, Object> given = object(raw.get(ATTRIBUTE));
        return attribute(given, id(proposal, "old_id")).onItem().transformToUni(found -> {
            if (found.isEmpty()) {
                return inEvent(raw, SHADOW);
            }
            Map<String, Object> attribute = found.get();
            attribute.put(SHADOW, listOf(proposal));
            if (misp.isConfigured()) {
                Fields payload = Fields.of(ATTRIBUTE, attribute);
                payload.putAll(extras(raw));
                return normalized(payload);
            }
            return eventOf(raw, proposal, SHADOW, event -> event.put(ATTRIBUTE, listOf(attribute)));
        });
    }

    /** A sighting: what the modules see is the attribute that was sighted, in its event. */
    Uni<Map<String, Object>> sighting(Map<String, Object> raw) {
        Map<String, Object> sighting = object(raw.get("Sighting"));
        if (sighting == null) {
            return ready(raw);
        }
        Map<String, Object> attribute = object(sighting.get(ATTRIBUTE));
        return withAttribute(raw, sighting, attribute == null ? object(raw.get(ATTRIBUTE)) : attribute, "Sighting");
    }

    /** A tag that was attached: the event, and the attribute if it is there. */
    Uni<Map<String, Object>> tag(Map<String, Object> raw) {
        Map<String, Object> tag = object(raw.get("Tag"));
        return tag == null ? ready(raw) : withAttribute(raw, tag, object(raw.get(ATTRIBUTE)), "Tag");
    }

    private static Uni<Map<String, Object>> ready(Map<String, Object> raw) {
        return object(raw.get(EVENT)) == null ? UNUSABLE : alone(raw);
    }

    private Uni<Map<String, Object>> withAttribute(
            Map<String, Object> raw, Map<String, Object> about, Map<String, Object> given, String part) {
        String id = given == null ? id(about, "attribute_id") : id(given, "id");
        return attribute(given, id)
                .onItem()
                .transformToUni(attribute -> eventOf(
                        raw, about, part, event -> attribute.ifPresent(it -> event.put(ATTRIBUTE, listOf(it)))));
    }

    private Uni<Optional<Map<String, Object>>> attribute(Map<String, Object> given, String id) {
        return misp.isConfigured()
                ? found(misp::attribute, id, Rows::attribute)
                : Uni.createFrom().item(Optional.ofNullable(given));
    }

    private interface Addition {
        void to(Map<String, Object> event);
    }

    /** The event that something is about, with that added; of an event that MISP does not have nothing is known. */
    private Uni<Map<String, Object>> eventOf(
            Map<String, Object> raw, Map<String, Object> about, String part, Addition addition) {
        Map<String, Object> given = object(raw.get(EVENT)) == null ? object(about.get(EVENT)) : object(raw.get(EVENT));
        String known = id(about, "event_id");
        String id = known.isEmpty() && given != null ? id(given, "id") : known;
        if (!misp.isConfigured() || id.isEmpty()) {
            Map<String, Object> event = given == null ? new Fields() : given;
            addition.to(event);
            Fields payload = Fields.copyOf(raw, 1);
            payload.remove(part);
            payload.remove(ATTRIBUTE);
            payload.put(EVENT, event);
            return alone(payload);
        }
        return found(misp::eventAlone, id, Rows::quick).onItem().transformToUni(found -> {
            found.ifPresent(addition::to);
            Fields payload = extras(raw);
            payload.put(EVENT, found.orElseGet(Fields::new));
            return alone(payload);
        });
    }

    private static Uni<Optional<Map<String, Object>>> found(
            Function<String, Uni<Optional<Map<String, Object>>>> asked,
            String id,
            Function<Map<String, Object>, Map<String, Object>> shown) {
        return id.isEmpty() || id.equals("0")
                ? Uni.createFrom().item(Optional.empty())
                : asked.apply(id).onItem().transform(it -> it.map(shown));
    }

    /** What goes along with every payload. */
    private static Fields extras(Map<String, Object> raw) {
        Fields extras = new Fields();
        raw.forEach((key, value) -> {
            if (key.startsWith("_") || key.equals("errors")) {
                extras.put(key, value);
            }
        });
        return extras;
    }

    private static String id(Map<String, Object> map, String key) {
        return LooseComparison.phpString(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }

    private static List<Object> listOf(Object item) {
        return new ArrayList<>(List.of(item));
    }
}
