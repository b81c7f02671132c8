package dev.sluice.modules.action;

import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What of the data a node works on, and the three places where the data holds an attribute. */
final class Items {
    private static final HashPath FLATTENED = HashPath.parse("Event._AttributeFlattened");

    private Items() {}

    /** The data, or of a node with a filter the items that meet it. */
    static Object data(Visit visit) {
        return visit.filter().enabled() ? visit.filter().select(visit.data()) : visit.data();
    }

    /** The attributes to work on: all of the event, or of a node with a filter the items that meet it. */
    static List<Map<String, Object>> attributes(Visit visit) {
        return visit.filter().enabled() ? maps(data(visit)) : flattened(visit.data());
    }

    /** All attributes of an event, those of objects too. */
    static List<Map<String, Object>> flattened(Object data) {
        return maps(data instanceof Map || data instanceof List ? FLATTENED.get(data, null) : null);
    }

    /** The event of some data, or empty. */
    static Map<String, Object> event(Object data) {
        return map(data instanceof Map<?, ?> map ? map.get("Event") : null);
    }

    /** Changes attributes wherever the data holds them, which may be in copies. */
    static void change(Visit visit, Set<String> uuids, Consumer<Map<String, Object>> change) {
        Map<String, Object> event = event(visit.payload().data());
        List<Map<String, Object>> all = new ArrayList<>(maps(event.get("Attribute")));
        maps(event.get("Object")).forEach(it -> all.addAll(maps(it.get("Attribute"))));
        all.addAll(maps(event.get("_AttributeFlattened")));
        all.stream().filter(it -> uuids.contains(text(it, "uuid"))).forEach(change);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : new Fields();
    }

    /** The maps among the values of a list or map. */
    static List<Map<String, Object>> maps(Object value) {
        Collection<?> items =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> list ? list : List.of();
        List<Map<String, Object>> maps = new ArrayList<>(items.size());
        items.forEach(it -> {
            if (it instanceof Map) {
                maps.add(map(it));
            }
        });
        return maps;
    }

    /** A field as text; "" where it is missing. */
    static String text(Map<String, Object> map, String key) {
        return LooseComparison.phpString(map.get(key));
    }
}
