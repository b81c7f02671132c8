package dev.sluice.store.audit;

import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads who changed what. */
@ApplicationScoped
public class AuditLog {
    private static final Map<String, String> SORTS = Map.of("at", "id");

    private final EntityManager entities;

    @Inject
    AuditLog(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One change.
     *
     * @param who name of the key; of whoever signed in elsewhere behind oidc:; sluice where nobody called
     * @param action create, change, delete, retry or execute
     * @param kind as in workflow, module, key, task
     * @param before JSON of what was, of a change only what differs; null where there was nothing
     * @param after JSON of what is now; null where there is nothing any more
     */
    public record Entry(
            long id, Instant at, String who, String action, String kind, String subject, String before, String after) {}

    /** Which entries; null leaves a part open. */
    public record Filter(String who, String kind, String subject, Instant from, Instant to) {}

    /** Newest first. Blocks. */
    @Transactional
    public Page<Entry> list(Filter filter, Paging paging) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where 1 = 1");
        and(where, values, "who = :who", "who", filter.who());
        and(where, values, "kind = :kind", "kind", filter.kind());
        and(where, values, "subject = :subject", "subject", filter.subject());
        and(where, values, "at >= :earliest", "earliest", filter.from());
        and(where, values, "at < :latest", "latest", filter.to());
        Query query = entities.createNativeQuery(
                "select id, at, who, action, kind, subject, before_change, after_change from audit_entry" + where
                        + paging.order(SORTS, "-at", "id"),
                Object[].class);
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultList();
        Query count = entities.createNativeQuery("select count(*) from audit_entry" + where);
        values.forEach(count::setParameter);
        long total = ((Number) count.getSingleResult()).longValue();
        return new Page<>(rows.stream().map(AuditLog::entry).toList(), total, paging.page(), paging.size());
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static Entry entry(Object[] row) {
        Instant at = row[1] instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) row[1];
        return new Entry(
                ((Number) row[0]).longValue(),
                at,
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7]);
    }
}
