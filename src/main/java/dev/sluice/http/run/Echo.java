package dev.sluice.http.run;

import dev.sluice.module.Echoes;
import java.util.List;
import java.util.Map;

/** Whether a call tells us of what we did ourselves, by the things its payload is about. */
final class Echo {
    private static final List<String> THINGS = List.of("Event", "Object", "Attribute", "ShadowAttribute", "Tag");

    /** The most particular first. */
    private static final List<String> OBJECTS = List.of("Attribute", "Object", "Event");

    private Echo() {}

    /** How many runs lie behind the change that a payload tells of; 0 where others made it. */
    static int depth(Echoes echoes, Map<String, Object> payload) {
        int depth = 0;
        for (String key : THINGS) {
            if (payload.get(key) instanceof Map<?, ?> thing) {
                long timestamp = seconds(thing.get("timestamp"));
                if (thing.get("uuid") instanceof String uuid) {
                    depth = Math.max(depth, echoes.depth(uuid, timestamp));
                }
                Object event = thing.get(key.equals("Event") ? "id" : "event_id");
                if (event != null) {
                    depth = Math.max(depth, echoes.depth(Echoes.event(event.toString()), timestamp));
                    if (key.equals("Tag") && thing.get("name") instanceof String name) {
                        depth = Math.max(depth, echoes.lately(Echoes.tag(event.toString(), name)));
                    }
                }
            }
        }
        return depth;
    }

    /**
     * In how many runs a workflow changed what the payload is about within the last minute. An attribute counts by itself and
     * not for its event, of which a thousand may come at once.
     */
    static int runs(Echoes echoes, long workflowId, Map<String, Object> payload) {
        for (String key : OBJECTS) {
            if (payload.get(key) instanceof Map<?, ?> thing) {
                int runs = thing.get("uuid") instanceof String uuid ? echoes.runs(workflowId, uuid) : 0;
                return key.equals("Event") && thing.get("id") != null
                        ? Math.max(
                                runs,
                                echoes.runs(
                                        workflowId, Echoes.event(thing.get("id").toString())))
                        : runs;
            }
        }
        return 0;
    }

    private static long seconds(Object timestamp) {
        try {
            return timestamp == null ? -1 : Long.parseLong(timestamp.toString());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
