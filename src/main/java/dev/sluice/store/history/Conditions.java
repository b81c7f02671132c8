package dev.sluice.store.history;

import dev.sluice.payload.Json;
import dev.sluice.store.Like;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The conditions of a query whose values are known. */
final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions and(String condition) {
        texts.add(condition);
        return this;
    }

    /** Unless the value is null, which leaves a part open. */
    Conditions and(String condition, String name, Object value) {
        if (value != null) {
            texts.add(condition);
            values.put(name, value);
        }
        return this;
    }

    Conditions copy() {
        Conditions copy = new Conditions();
        copy.texts.addAll(texts);
        copy.values.putAll(values);
        return copy;
    }

    String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    /** The first id of that moment: ids begin with the time in milliseconds, and are found faster than times. */
    static UUID earliest(Instant moment) {
        return moment == null ? null : new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The pattern that finds a text inside of JSON text; null for none. */
    static String containing(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String quoted = Json.write(text);
        return Like.containing(quoted.substring(1, quoted.length() - 1));
    }
}
