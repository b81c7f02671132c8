package dev.sluice.store.audit;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.store.db.AccessKeyEntity;
import dev.sluice.store.db.BlueprintEntity;
import dev.sluice.store.db.NamedTriggerEntity;
import dev.sluice.store.db.ScheduleEntity;
import dev.sluice.store.db.SwitchEntity;
import dev.sluice.store.db.TriggerSettingEntity;
import dev.sluice.store.db.VersionEntity;
import dev.sluice.store.db.WebSessionEntity;
import dev.sluice.store.db.WorkflowEntity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is told of an entity that changes.
 *
 * @param kind as people call it
 * @param names the fields that say which one it is
 */
record Watched(String kind, List<String> names) {
    private static final Map<Class<?>, Watched> ALL = Map.of(
            WorkflowEntity.class, new Watched("workflow", List.of("triggerId")),
            VersionEntity.class, new Watched("workflow version", List.of("workflowId", "number")),
            SwitchEntity.class, new Watched("module", List.of("type", "moduleId")),
            TriggerSettingEntity.class, new Watched("trigger", List.of("triggerId")),
            NamedTriggerEntity.class, new Watched("named trigger", List.of("id")),
            BlueprintEntity.class, new Watched("blueprint", List.of("name")),
            ScheduleEntity.class, new Watched("schedule", List.of("triggerId", "cron")),
            AccessKeyEntity.class, new Watched("key", List.of("name")),
            WebSessionEntity.class, new Watched("session", List.of("name")));

    /** What changes by itself. */
    private static final Set<String> LEFT_OUT = Set.of(
            "counter",
            "nextDue",
            "lastDue",
            "lastRunId",
            "lastProblem",
            "usedAt",
            "updatedAt",
            "createdAt",
            "openedAt",
            "savedAt");

    /** Kept in full elsewhere while there is the row, for the graph of a version never changes. */
    private static final String GRAPH = "graph";

    private static final Set<String> SECRET = Set.of("keyHash", "oldHash", "tokenHash", "opener");

    /** Null for what nobody changes by hand. */
    static Watched of(Object entity) {
        return ALL.get(entity.getClass());
    }

    /** Which one of its kind it is. */
    String subject(Object id, Object[] state, String[] properties) {
        StringBuilder subject = new StringBuilder();
        for (String name : names) {
            Object value = value(name, state, properties);
            subject.append(subject.isEmpty() ? "" : " ").append(value == null ? part(id, name) : value);
        }
        return subject.toString();
    }

    /** Fields that make up an id are no properties to Hibernate. */
    private static Object part(Object id, String name) {
        if (id instanceof SwitchEntity.Key key) {
            return name.equals("type") ? key.type() : key.moduleId();
        }
        return id;
    }

    private static Object value(String name, Object[] state, String[] properties) {
        for (int i = 0; i < properties.length; i++) {
            if (properties[i].equals(name)) {
                return state[i];
            }
        }
        return null;
    }

    /** The properties as JSON; with another state beside it, only those that differ. Null where none does. */
    static String told(Object[] state, Object[] other, String[] properties) {
        Fields told = fields(state, other, properties);
        return told.isEmpty() ? null : Json.write(told);
    }

    /** All that goes with the row, its graph too: after this it stands nowhere else. */
    static String toldLast(Object[] state, String[] properties) {
        Fields told = fields(state, null, properties);
        Object graph = value(GRAPH, state, properties);
        if (graph != null) {
            told.put(GRAPH, Json.parse(graph.toString()));
        }
        return Json.write(told);
    }

    private static Fields fields(Object[] state, Object[] other, String[] properties) {
        Fields told = new Fields();
        for (int i = 0; i < properties.length; i++) {
            boolean same = other != null && java.util.Objects.equals(state[i], other[i]);
            if (!same && !LEFT_OUT.contains(properties[i]) && !properties[i].equals(GRAPH) && state[i] != null) {
                told.put(properties[i], SECRET.contains(properties[i]) ? "***" : plain(state[i]));
            }
        }
        return told;
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof Boolean ? value : value.toString();
    }
}
