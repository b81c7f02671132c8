package dev.sluice.modules.action;

import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Scope;
import dev.sluice.module.Visit;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attaching tags to events and attributes of the platform and taking them off, as several modules do. */
final class Tagging {
    private static final int AT_ONCE = 4;

    private final Misp misp;

    Tagging(Misp misp) {
        this.misp = misp;
    }

    /** The uuid of the event of some data; where that knows but the id, the platform's. */
    Uni<Optional<String>> eventUuid(Visit by, Object data) {
        Map<String, Object> event = Items.event(data);
        String uuid = Items.text(event, "uuid");
        String id = Items.text(event, "id");
        if (!uuid.isEmpty() || id.isEmpty()) {
            return Uni.createFrom().item(Optional.of(uuid).filter(it -> !it.isEmpty()));
        }
        return misp.event(by, id).onItem().transform(found -> found.map(it -> Items.text(Items.event(it), "uuid")));
    }

    /** The uuids of attributes that have one. */
    static List<String> uuids(Collection<Map<String, Object>> attributes) {
        return attributes.stream()
                .map(it -> Items.text(it, "uuid"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** Attaches tags to things; those that hang there stay as they are. Whether anything was there to be tagged. */
    Uni<Boolean> attach(
            Visit by, Scope scope, List<String> uuids, List<String> tags, boolean local, String relationship) {
        return misp.tags(by, scope, uuids).onItem().transformToUni(attached -> {
            if (scope == Scope.ATTRIBUTE && !attached.keySet().containsAll(uuids)) {
                throw notFound();
            }
            List<Uni<Boolean>> calls = new ArrayList<>();
            attached.forEach((uuid, there) -> tags.forEach(tag -> {
                if (there.stream().noneMatch(it -> isCalled(it, tag) && relatesAs(it, relationship))) {
                    calls.add(misp.attachTag(by, uuid, tag, local, relationship).replaceWith(true));
                }
            }));
            boolean anyThing = !attached.isEmpty() && !tags.isEmpty();
            return all(calls).onItem().transform(done -> anyThing);
        });
    }

    /** In the words of MISP. */
    static IllegalStateException notFound() {
        return new IllegalStateException("Attribute not found.");
    }

    private static boolean relatesAs(Map<String, Object> attached, String relationship) {
        return relationship.isEmpty() || relationship.equals(Items.text(attached, "relationship_type"));
    }

    /**
     * Takes tags off things.
     *
     * @param locality which attachments: local, global or any
     * @return whether a tag came off, or is not known to the platform at all
     */
    Uni<Boolean> detach(Visit by, Scope scope, List<String> uuids, List<String> tags, String locality) {
        if (uuids.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return misp.tags(by, scope, uuids).onItem().transformToUni(attached -> {
            List<Uni<Boolean>> calls = new ArrayList<>();
            for (String tag : tags) {
                boolean hangsSomewhere = false;
                for (Map.Entry<String, List<Map<String, Object>>> thing : attached.entrySet()) {
                    for (Map<String, Object> it : thing.getValue()) {
                        if (isCalled(it, tag)) {
                            hangsSomewhere = true;
                            if (isOf(it, locality)) {
                                calls.add(misp.detachTag(by, thing.getKey(), tag));
                            }
                        }
                    }
                }
                if (!hangsSomewhere) {
                    calls.add(misp.knowsTag(by, tag).onItem().transform(known -> !known));
                }
            }
            return all(calls);
        });
    }

    private static boolean isCalled(Map<String, Object> tag, String name) {
        return Items.text(tag, "name").equalsIgnoreCase(name);
    }

    private static boolean isOf(Map<String, Object> tag, String locality) {
        return locality.equals("any") || LooseComparison.truthy(tag.get("local")) == locality.equals("local");
    }

    /** Whether one of the calls succeeded; a few at a time. */
    private static Uni<Boolean> all(List<Uni<Boolean>> calls) {
        if (calls.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return Uni.join()
                .all(calls)
                .usingConcurrencyOf(AT_ONCE)
                .andFailFast()
                .onItem()
                .transform(done -> done.contains(true));
    }
}
