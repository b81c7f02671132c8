package dev.sluice.payload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shape of one event in core format: what moves into it, what is cleaned, what is added. */
final class EventForm {
    private static final String[] PARTS = {
        "Org",
        "Orgc",
        "SharingGroup",
        CoreFormat.ATTRIBUTE,
        "ShadowAttribute",
        "RelatedAttribute",
        "RelatedEvent",
        "Galaxy",
        CoreFormat.OBJECT,
        "EventReport",
        "CryptographicKey",
        "Note",
        "Opinion",
        "Relationship"
    };
    private static final String[] ANALYST_DATA = {"Note", "Opinion", "Relationship"};
    static final String TAG = "Tag";
    private static final String FLATTENED = "_AttributeFlattened";
    static final String SHARING_GROUP = "SharingGroup";
    private static final String RELATED_ATTRIBUTE = "RelatedAttribute";
    private static final String SIGHTING = "Sighting";

    private EventForm() {}

    /** Moves what stands beside an event, as the platform's ORM gives it, into the event. */
    static Map<String, Object> gather(Map<String, Object> event, Map<String, Object> raw) {
        for (String part : PARTS) {
            Object value = raw.get(part);
            if (value != null) {
                event.put(part, value);
            }
        }
        moveTags(event, raw.get("EventTag"));
        Object sightings = raw.get(SIGHTING);
        if (!Values.isEmpty(sightings) && !(sightings instanceof Map)) {
            event.put(SIGHTING, sightings);
        }
        return event;
    }

    /** Cleans an event and adds what only workflows see. */
    static Map<String, Object> complete(Map<String, Object> event) {
        event.remove("user_id");
        moveTags(event, event.remove("EventTag"));
        dropEmptySharingGroup(event);
        completeGalaxies(event.get("Galaxy"));
        for (String kind : ANALYST_DATA) {
            completeAnalystData(event, kind);
        }
        dropObjectsWithoutAttributes(event);

        Collection<Object> plain = Values.items(event.get(CoreFormat.ATTRIBUTE));
        AttributeForm attributes = new AttributeForm(event.get(TAG), plain.size());
        for (Object attribute : plain) {
            attributes.add(attribute);
        }
        for (Object object : Values.items(event.get(CoreFormat.OBJECT))) {
            for (Object attribute : Values.items(Values.map(object).get(CoreFormat.ATTRIBUTE))) {
                attributes.add(attribute);
            }
        }
        List<Object> flattened = attributes.flattened();
        spread(event, flattened);
        event.put(FLATTENED, flattened);
        return event;
    }

    /** What links a tag gives way to the tag itself, under the key the link had: PHP keeps the holes of a list. */
    static void moveTags(Map<String, Object> owner, Object links) {
        if (Values.isEmpty(links)) {
            return;
        }
        if (links instanceof Map) {
            Fields tags = new Fields();
            Values.map(links).forEach((key, link) -> tags.put(key, tag(link)));
            owner.put(TAG, tags);
        } else {
            List<Object> tags = new ArrayList<>();
            Values.items(links).forEach(link -> tags.add(tag(link)));
            owner.put(TAG, tags);
        }
    }

    private static Object tag(Object link) {
        Map<String, Object> holder = Values.map(link);
        Object tag = holder == null ? null : holder.get(TAG);
        if (tag instanceof Map) {
            Values.map(tag).remove("org_id");
        }
        return tag;
    }

    private static void dropEmptySharingGroup(Map<String, Object> owner) {
        Object group = owner.get(SHARING_GROUP);
        if (Values.isEmpty(group)) {
            owner.remove(SHARING_GROUP);
        }
    }

    private static void dropObjectsWithoutAttributes(Map<String, Object> event) {
        Object objects = event.get(CoreFormat.OBJECT);
        if (objects == null) {
            return;
        }
        List<Object> kept = new ArrayList<>();
        for (Object object : Values.items(objects)) {
            if (object instanceof Map && !Values.isEmpty(Values.map(object).get(CoreFormat.ATTRIBUTE))) {
                kept.add(object);
            }
        }
        event.put(CoreFormat.OBJECT, kept);
    }

    private static void completeGalaxies(Object galaxies) {
        for (Object galaxy : Values.items(galaxies)) {
            if (galaxy instanceof Map) {
                for (Object cluster : Values.items(Values.map(galaxy).get("GalaxyCluster"))) {
                    if (cluster instanceof Map
                            && Values.isEmpty(Values.map(cluster).get("meta"))) {
                        Values.map(cluster).put("meta", new Fields());
                    }
                }
            }
        }
    }

    private static void completeAnalystData(Map<String, Object> event, String kind) {
        Object entries = event.get(kind);
        if (entries == null) {
            return;
        }
        List<Object> kept = new ArrayList<>(Values.items(entries));
        for (Object entry : kept) {
            if (entry instanceof Map) {
                dropEmptySharingGroup(Values.map(entry));
            }
        }
        event.put(kind, kept);
    }

    /** Hands correlations and sightings, which come for the whole event, to the attributes they are about. */
    private static void spread(Map<String, Object> event, List<Object> attributes) {
        Map<String, Object> related = Values.map(event.get(RELATED_ATTRIBUTE));
        Collection<Object> sightings = Values.items(event.get(SIGHTING));
        if (related == null && sightings.isEmpty()) {
            if (event.containsKey(RELATED_ATTRIBUTE)) {
                event.remove(RELATED_ATTRIBUTE);
            }
            event.remove(SIGHTING);
            return;
        }
        Map<String, Map<String, Object>> byId = new HashMap<>();
        for (Object attribute : attributes) {
            byId.put(LooseComparison.phpString(Values.map(attribute).get("id")), Values.map(attribute));
        }
        if (related != null) {
            related.forEach((id, correlations) -> {
                Map<String, Object> attribute = byId.get(id);
                if (attribute != null) {
                    attribute.put(RELATED_ATTRIBUTE, correlations(correlations));
                }
            });
        }
        for (Object sighting : sightings) {
            Map<String, Object> attribute = sighting instanceof Map
                    ? byId.get(LooseComparison.phpString(Values.map(sighting).get("attribute_id")))
                    : null;
            if (attribute != null) {
                add(attribute, sighting);
            }
        }
        event.remove(RELATED_ATTRIBUTE);
        event.remove(SIGHTING);
    }

    private static void add(Map<String, Object> attribute, Object sighting) {
        List<Object> all = new ArrayList<>(Values.items(attribute.get(SIGHTING)));
        all.add(sighting);
        attribute.put(SIGHTING, all);
    }

    private static List<Object> correlations(Object list) {
        List<Object> correlations = new ArrayList<>();
        for (Object item : Values.items(list)) {
            Map<String, Object> from = Values.map(item);
            if (from != null) {
                correlations.add(Fields.of(
                        "id", from.get("attribute_id"),
                        "value", from.get("value"),
                        "org_id", from.get("org_id"),
                        "info", from.get("info"),
                        "event_id", from.get("id")));
            }
        }
        return correlations;
    }
}
