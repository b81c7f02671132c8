package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A workflow without its graph. */
@Entity
@Table(name = "workflow")
public class WorkflowEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "workflow_id")
    @SequenceGenerator(name = "workflow_id", sequenceName = "workflow_id", allocationSize = 1)
    public Long id;

    public String uuid;
    public String name;
    public String description;

    @Column(name = "trigger_id", updatable = false)
    public String triggerId;

    public boolean enabled;

    @Column(name = "debug_enabled")
    public boolean debugEnabled;

    /** Counted up by the history's own statement; an entity that is saved must not take it back. */
    @Column(updatable = false)
    public long counter;

    /** Number of the current version. */
    public int version;

    @Column(name = "created_at", updatable = false)
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;
}
