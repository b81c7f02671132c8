package dev.sluice.modules.trigger;

import dev.sluice.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What REST tells of a thing, brought back to what workflows of the platform see, which reads it from the tables: the
 * columns, and of tags and organisations as much as the respective trigger shows.
 */
final class Rows {
    /** What REST puts among the columns though it is none. */
    private static final Set<String> NO_COLUMNS = Set.of("event_creator_email", "event_uuid", "data");

    private static final List<String> SHORT_TAG = List.of("id", "name", "colour", "exportable");
    private static final List<String> ATTACHED_TAG = List.of("id", "name", "colour", "exportable", "local");
    private static final List<String> ORGANISATION = List.of("id", "uuid", "name");
    private static final String TAG = "Tag";

    private Rows() {}

    /** The event around an attribute or object: its tags in full but for how they are attached. */
    static Map<String, Object> event(Map<String, Object> told) {
        Fields row = columns(told);
        tags(told, row, tag -> {
            Fields whole = Fields.copyOf(tag);
            whole.remove("local");
            whole.remove("relationship_type");
            return whole;
        });
        return row;
    }

    /** The event of a report, proposal, sighting or tag: with the organisation that created it, tags in short. */
    static Map<String, Object> quick(Map<String, Object> told) {
        Fields row = columns(told);
        if (told.get("Orgc") instanceof Map<?, ?> orgc) {
            row.put("Orgc", part(orgc, ORGANISATION));
        }
        tags(told, row, tag -> part(tag, SHORT_TAG));
        return row;
    }

    static Map<String, Object> attribute(Map<String, Object> told) {
        Fields row = columns(told);
        tags(told, row, tag -> part(tag, ATTACHED_TAG));
        return row;
    }

    static Map<String, Object> object(Map<String, Object> told) {
        return columns(told);
    }

    private static Fields columns(Map<String, Object> told) {
        Fields row = new Fields();
        told.forEach((key, value) -> {
            if (!(value instanceof Map) && !(value instanceof List) && !NO_COLUMNS.contains(key)) {
                row.put(key, value);
            }
        });
        return row;
    }

    private interface Shortening {
        Fields of(Map<String, Object> tag);
    }

    @SuppressWarnings("unchecked")
    private static void tags(Map<String, Object> told, Fields row, Shortening shortening) {
        if (told.get(TAG) instanceof List<?> tags && !tags.isEmpty()) {
            List<Object> shown = new ArrayList<>(tags.size());
            for (Object tag : tags) {
                if (tag instanceof Map) {
                    shown.add(shortening.of((Map<String, Object>) tag));
                }
            }
            row.put(TAG, shown);
        }
    }

    private static Fields part(Map<?, ?> whole, List<String> keys) {
        Fields part = new Fields();
        for (String key : keys) {
            if (whole.containsKey(key)) {
                part.put(key, whole.get(key));
            }
        }
        return part;
    }
}
