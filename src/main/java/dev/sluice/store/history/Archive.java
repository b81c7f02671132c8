package dev.sluice.store.history;

import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import dev.sluice.store.db.RunBlockEntity;
import dev.sluice.store.db.RunEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads runs and log entries. */
@ApplicationScoped
class Archive {
    /** How far lists are counted: nobody turns that many pages, and counting a million runs takes longer than showing some. */
    static final int COUNTED = 10_000;

    private static final int CHUNK = 500;
    private static final long LONGEST_RUN_SECONDS = 24 * 60 * 60;

    private static final Map<String, String> RUN_SORTS = Map.of(
            "startedAt", "id",
            "durationMicros", "durationMicros",
            "outcome", "outcome",
            "trigger", "triggerId",
            "workflowId", "workflowId");
    private static final Map<String, String> LOG_SORTS = Map.of("at", "id");

    private final EntityManager entities;

    @Inject
    Archive(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Optional<StoredRun> find(String id) {
        return entity(id).map(it -> StoredRun.of(it, Details.read(part(it).details())));
    }

    @Transactional
    Optional<byte[]> input(String id) {
        return entity(id).map(it -> part(it).input());
    }

    private static Optional<RunEntity> entity(String id) {
        return Conditions.uuid(id).map(it -> RunEntity.<RunEntity>findById(it));
    }

    private static Block.Part part(RunEntity run) {
        RunBlockEntity block = RunBlockEntity.findById(run.blockId);
        return Block.read(block.content, run.blockPlace);
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
                        Conditions.containing(filter.text()))
                .and("eventUuid = :event", "event", filter.eventUuid())
                .and("parentId = :parent", "parent", filter.parentId())
                .and("id >= :from", "from", Conditions.earliest(filter.from()))
                .and("id < :to", "to", Conditions.earliest(filter.to()));
        String order = paging.order(RUN_SORTS, "-startedAt", "id");
        Conditions further = conditions.copy().and("id < :after", "after", filter.after());
        List<StoredRun> items = further.bind(
                        entities.createQuery("from RunEntity" + further.where() + order, RunEntity.class))
                .setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultStream()
                .map(StoredRun::of)
                .toList();
        String counted = "select count(*) from (select r.id as id from RunEntity r" + conditions.where()
                + " order by r.id desc limit " + (COUNTED + 1) + ")";
        long total = conditions.bind(entities.createQuery(counted, Long.class)).getSingleResult();
        return new Page<>(items, total, paging.page(), paging.size());
    }

    @Transactional
    Page<LogRow> logs(LogFilter filter, Paging paging) {
        String order = paging.order(LOG_SORTS, "-at", "id");
        boolean newestFirst = order.contains("desc");
        Conditions conditions = new Conditions()
                .and("triggerId = :trigger", "trigger", filter.trigger())
                .and("workflowId = :workflow", "workflow", filter.workflowId())
                .and(
                        "(lower(log) like :text escape '!' or lower(concat('Started executing workflow for trigger `',"
                                + " triggerId, '` (', cast(workflowId as string), ') Finished executing workflow for"
                                + " trigger `', triggerId, '` (', cast(workflowId as string), '). Outcome: ', outcome))"
                                + " like :text escape '!')",
                        "text",
                        Conditions.containing(filter.text()))
                .and(
                        "id >= :from",
                        "from",
                        filter.from() == null
                                ? null
                                : Conditions.earliest(filter.from().minusSeconds(LONGEST_RUN_SECONDS)))
                .and("id < :to", "to", Conditions.earliest(filter.to()));
        if (filter.runId() != null) {
            if (Conditions.uuid(filter.runId()).isEmpty()) {
                return new Page<>(List.of(), 0, paging.page(), paging.size());
            }
            conditions.and("id = :run", "run", Conditions.uuid(filter.runId()).get());
        }
        String entriesOf = entriesOf(filter.level());
        conditions.and("(" + entriesOf + ") > 0");
        Long known = filter.text() == null && filter.from() == null && filter.to() == null
                ? sum(entriesOf, conditions)
                : null;
        return new LogPages(paging, newestFirst, matching(filter))
                .read(
                        last -> {
                            Conditions further =
                                    conditions.copy().and(newestFirst ? "id < :last" : "id > :last", "last", last);
                            return further.bind(entities.createQuery(
                                            "from RunEntity" + further.where() + " order by id"
                                                    + (newestFirst ? " desc" : ""),
                                            RunEntity.class))
                                    .setMaxResults(CHUNK)
                                    .getResultList();
                        },
                        known);
    }

    private long sum(String entries, Conditions conditions) {
        String query = "select sum(counted.entries) from (select " + entries + " as entries from RunEntity"
                + conditions.where() + " order by id desc limit " + (COUNTED + 1) + ") counted";
        Number sum = conditions.bind(entities.createQuery(query, Number.class)).getSingleResult();
        return sum == null ? 0 : sum.longValue();
    }

    /** How many entries of a level a run has; of any level for null. */
    private static String entriesOf(String level) {
        return level == null
                ? "logInfos + logErrors + logDebugs"
                : switch (level.toUpperCase(Locale.ROOT)) {
                    case "INFO" -> "logInfos";
                    case "ERROR" -> "logErrors";
                    default -> "logDebugs";
                };
    }

    private static Predicate<LogRow> matching(LogFilter filter) {
        String text = filter.text() == null ? "" : filter.text().toLowerCase(Locale.ROOT);
        return row -> (filter.level() == null || row.level().equalsIgnoreCase(filter.level()))
                && (text.isEmpty() || row.message().toLowerCase(Locale.ROOT).contains(text))
                && (filter.from() == null || !row.at().isBefore(filter.from()))
                && (filter.to() == null || row.at().isBefore(filter.to()));
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
