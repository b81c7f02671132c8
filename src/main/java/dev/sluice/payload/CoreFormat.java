package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings what MISP sends into the core format that modules read: {@code {"Event":{…}}} with all attributes, however
 * nested, also under {@code _AttributeFlattened}, and under {@code _allTags} each attribute's tags together with those
 * it inherits from the event.
 *
 * <p>An attribute is one object wherever it is listed: a change made through one way is seen through the others. The
 * payload is changed in place.
 */
public final class CoreFormat {
    static final String EVENT = "Event";
    static final String ATTRIBUTE = "Attribute";
    static final String OBJECT = "Object";

    /**
     * What the platform knows of the event and the object around an attribute, when it was asked.
     *
     * @param asked whether it was; where it was not, what the payload holds of them counts
     * @param event the fields of the event with its {@code Tag}; null where there is none
     * @param object the fields of the object without attributes; null where there is none
     */
    public record Parents(boolean asked, Map<String, Object> event, Map<String, Object> object) {
        /** Nothing beyond the payload is known. */
        public static final Parents UNKNOWN = new Parents(false, null, null);
    }

    /**
     * Ids of what stands around an attribute or object, to be fetched for {@link Parents}.
     *
     * @param object "" for an attribute that is in none
     */
    public record Around(String event, String object) {}

    private enum Scope {
        EVENT,
        ATTRIBUTE,
        OBJECT,
        NONE
    }

    private CoreFormat() {}

    /**
     * Converts a payload, guessing from its keys whether it is about an event, an attribute or an object.
     *
     * @param raw what the platform sent; changed, and shared with the result
     * @return {@code Event} with at least {@code _AttributeFlattened}, and all keys of the payload that begin with "_"
     * @throws PayloadException where {@code Event} is not an object
     */
    public static Map<String, Object> normalize(Map<String, Object> raw, Parents parents) {
        Map<String, Object> event =
                switch (guess(raw)) {
                    case EVENT -> ofEvent(raw);
                    case ATTRIBUTE -> ofAttribute(raw, parents);
                    case OBJECT -> ofObject(raw, parents);
                    case NONE -> null;
                };
        Fields result = new Fields(2);
        result.put(EVENT, EventForm.complete(event == null ? new Fields() : event));
        raw.forEach((key, value) -> {
            if (key.startsWith("_") || key.equals("errors")) {
                result.put(key, value);
            }
        });
        return result;
    }

    /** What stands around what a payload is about; empty where it is about an event, or does not say of which. */
    public static Optional<Around> around(Map<String, Object> raw) {
        Scope scope = guess(raw);
        Map<String, Object> child =
                switch (scope) {
                    case ATTRIBUTE -> Values.map(raw.get(ATTRIBUTE));
                    case OBJECT -> Values.map(raw.get(OBJECT));
                    case EVENT, NONE -> null;
                };
        String event = child == null ? "" : LooseComparison.phpString(child.get("event_id"));
        if (event.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Around(event, scope == Scope.ATTRIBUTE ? objectId(child) : ""));
    }

    private static Scope guess(Map<String, Object> raw) {
        boolean attribute = raw.get(ATTRIBUTE) != null;
        if (!attribute) {
            return raw.get(OBJECT) != null && raw.get(EVENT) == null ? Scope.OBJECT : Scope.EVENT;
        }
        if (raw.get(EVENT) == null) {
            return Scope.ATTRIBUTE;
        }
        if (raw.get("RelatedEvent") != null || raw.get("Orgc") != null || raw.get("Org") != null) {
            return Scope.EVENT;
        }
        return Values.isEmpty(raw.get(ATTRIBUTE)) ? Scope.NONE : Scope.ATTRIBUTE;
    }

    private static Map<String, Object> ofEvent(Map<String, Object> raw) {
        Object event = raw.get(EVENT);
        if (event == null) {
            return null;
        }
        if (!(event instanceof Map)) {
            throw new PayloadException("`Event` is " + Values.kind(event) + "; an object was expected.");
        }
        return EventForm.gather(Values.map(event), raw);
    }

    private static Map<String, Object> ofAttribute(Map<String, Object> raw, Parents parents) {
        Map<String, Object> attribute = Values.map(raw.get(ATTRIBUTE));
        if (attribute == null) {
            return null;
        }
        if (raw.get("AttributeTag") != null) {
            attribute.put("AttributeTag", raw.get("AttributeTag"));
        }
        Map<String, Object> event = parent(raw, parents);
        if (event == null) {
            return null;
        }
        Map<String, Object> object = objectId(attribute).isEmpty() ? null : object(raw, parents);
        if (object == null) {
            event.put(ATTRIBUTE, listOf(attribute));
        } else {
            object.put(ATTRIBUTE, listOf(attribute));
            event.put(OBJECT, listOf(object));
        }
        return event;
    }

    private static Map<String, Object> ofObject(Map<String, Object> raw, Parents parents) {
        Map<String, Object> object = Values.map(raw.get(OBJECT));
        if (object == null) {
            return null;
        }
        Map<String, Object> event = parent(raw, parents);
        if (event != null) {
            event.put(OBJECT, listOf(object));
        }
        return event;
    }

    private static Map<String, Object> parent(Map<String, Object> raw, Parents parents) {
        if (parents.asked()) {
            return parents.event();
        }
        Map<String, Object> event = Values.map(raw.get(EVENT));
        if (event == null) {
            return null;
        }
        Fields around = Fields.copyOf(raw);
        around.remove(ATTRIBUTE);
        around.remove(OBJECT);
        return EventForm.gather(event, around);
    }

    private static Map<String, Object> object(Map<String, Object> raw, Parents parents) {
        return parents.asked() ? parents.object() : Values.map(raw.get(OBJECT));
    }

    private static String objectId(Map<String, Object> attribute) {
        String id = LooseComparison.phpString(attribute.get("object_id"));
        return id.equals("0") ? "" : id;
    }

    private static List<Object> listOf(Object item) {
        List<Object> list = new ArrayList<>(1);
        list.add(item);
        return list;
    }
}
