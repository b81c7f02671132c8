package dev.sluice.store.history;

import dev.sluice.store.Like;
import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import dev.sluice.store.db.LogEntity;
import dev.sluice.store.db.RunEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads runs and log entries. */
@ApplicationScoped
class Archive {
    private static final Map<String, String> RUN_SORTS = Map.of(
            "startedAt", "id",
            "durationMicros", "durationMicros",
            "outcome", "outcome",
            "trigger", "triggerId",
            "workflowId", "workflowId");
    private static final Map<String, String> LOG_SORTS = Map.of(
            "id", "id",
            "at", "at",
            "level", "level",
            "trigger", "triggerId",
            "workflowId", "workflowId");

    private final EntityManager entities;

    @Inject
    Archive(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Optional<StoredRun> find(String id) {
        return uuid(id).map(it -> RunEntity.<RunEntity>findById(it)).map(StoredRun::of);
    }

    @Transactional
    Page<StoredRun> list(RunFilter filter, Paging paging) {
        Conditions conditions = new Conditions()
                .and("triggerId = :trigger", "trigger", filter.trigger())
                .and("workflowId = :workflow", "workflow", filter.workflowId())
                .and("outcome = :outcome", "outcome", lower(filter.outcome()))
                .and(
                        "(lower(reasons) like :text escape '!' or lower(workflowName) like :text escape '!')",
                        "text",
                        pattern(filter.text()))
                .and("eventUuid = :event", "event", filter.eventUuid())
                .and("id >= :from", "from", earliest(filter.from()))
                .and("id < :to", "to", earliest(filter.to()));
        return page(RunEntity.class, conditions, paging.order(RUN_SORTS, "-startedAt", "id"), paging, StoredRun::of);
    }

    @Transactional
    Page<LogRow> logs(LogFilter filter, Paging paging) {
        Conditions conditions = new Conditions()
                .and("triggerId = :trigger", "trigger", filter.trigger())
                .and("workflowId = :workflow", "workflow", filter.workflowId())
                .and(
                        "level = :level",
                        "level",
                        filter.level() == null ? null : filter.level().toUpperCase(Locale.ROOT))
                .and("lower(message) like :text escape '!'", "text", pattern(filter.text()))
                .and("at >= :from", "from", filter.from())
                .and("at < :to", "to", filter.to());
        if (filter.runId() != null) {
            Optional<UUID> run = uuid(filter.runId());
            if (run.isEmpty()) {
                return new Page<>(List.of(), 0, paging.page(), paging.size());
            }
            conditions.and("runId = :run", "run", run.get());
        }
        return page(LogEntity.class, conditions, paging.order(LOG_SORTS, "-id", "id"), paging, LogRow::of);
    }

    /** The first id of that moment: ids begin with the time in milliseconds, and are found faster than times. */
    private static UUID earliest(Instant moment) {
        return moment == null ? null : new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    private <E, R> Page<R> page(
            Class<E> type, Conditions conditions, String order, Paging paging, Function<E, R> reading) {
        String from = "from " + type.getSimpleName() + conditions.where();
        List<R> items = conditions
                .bind(entities.createQuery(from + order, type))
                .setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultStream()
                .map(reading)
                .toList();
        long total = conditions
                .bind(entities.createQuery("select count(*) " + from, Long.class))
                .getSingleResult();
        return new Page<>(items, total, paging.page(), paging.size());
    }

    /** The conditions of a query whose values are known. */
    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Conditions and(String condition, String name, Object value) {
            if (value != null) {
                texts.add(condition);
                values.put(name, value);
            }
            return this;
        }

        String where() {
            return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            values.forEach(query::setParameter);
            return query;
        }
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String pattern(String text) {
        return text == null || text.isEmpty() ? null : Like.containing(text);
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
