package dev.sluice.store.audit;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Writes an entry for whatever people and keys change, in the same transaction: there is no change without one, and none
 * of a change that did not happen.
 */
@PersistenceUnitExtension
@ApplicationScoped
class AuditWriter implements Interceptor {
    private final AuditTrail trail;

    @Inject
    AuditWriter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        Watched watched = Watched.of(entity);
        if (watched != null) {
            trail.write(
                    "create",
                    watched.kind(),
                    watched.subject(id, state, properties),
                    null,
                    Watched.told(state, null, properties));
        }
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] state, Object[] before, String[] properties, Type[] types) {
        Watched watched = Watched.of(entity);
        if (watched != null && before != null) {
            String now = Watched.told(state, before, properties);
            String then = Watched.told(before, state, properties);
            if (now != null || then != null) {
                trail.write("change", watched.kind(), watched.subject(id, state, properties), then, now);
            }
        }
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        Watched watched = Watched.of(entity);
        if (watched != null) {
            trail.write(
                    "delete",
                    watched.kind(),
                    watched.subject(id, state, properties),
                    Watched.toldLast(state, properties),
                    null);
        }
    }
}
