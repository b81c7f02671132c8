package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
     * Where the event or object around an attribute is found when the payload holds less of it than the platform knows.
     */
    public interface Parents {
        /** Nothing beyond the payload is known. */
        Parents UNKNOWN = new Parents() {};

        /** The raw event of that id ({@code {"Event":…,"Orgc":…,"EventTag":…}}), or null. */
        default Map<String, Object> event(String id) {
            return null;
        }

        /** The fields of the object of that id, without attributes, or null. */
        default Map<String, Object> object(String id) {
            return null;
        }
    }

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
        Map<String, Object> event = parent(attribute, raw, parents);
        if (event == null) {
            return null;
        }
        String objectId = LooseComparison.phpString(attribute.get("object_id"));
        Map<String, Object> object = objectId.isEmpty() || objectId.equals("0") ? null : object(objectId, raw, parents);
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
        Map<String, Object> event = parent(object, raw, parents);
        if (event != null) {
            event.put(OBJECT, listOf(object));
        }
        return event;
    }

    private static Map<String, Object> parent(Map<String, Object> child, Map<String, Object> raw, Parents parents) {
        Map<String, Object> known = parents.event(LooseComparison.phpString(child.get("event_id")));
        Map<String, Object> source = known == null ? raw : known;
        Map<String, Object> event = Values.map(source.get(EVENT));
        if (event == null) {
            return null;
        }
        Fields around = Fields.copyOf(source);
        around.remove(ATTRIBUTE);
        around.remove(OBJECT);
        return EventForm.gather(event, around);
    }

    private static Map<String, Object> object(String id, Map<String, Object> raw, Parents parents) {
        Map<String, Object> known = parents.object(id);
        return known == null ? Values.map(raw.get(OBJECT)) : known;
    }

    private static List<Object> listOf(Object item) {
        List<Object> list = new ArrayList<>(1);
        list.add(item);
        return list;
    }
}
