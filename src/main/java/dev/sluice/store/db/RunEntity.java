package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A run, for reading; {@code RunWriter} writes them in batches. */
@Entity
@Immutable
@Table(name = "run")
public class RunEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "parent_id")
    public UUID parentId;

    @Column(name = "trigger_id")
    public String triggerId;

    @Column(name = "workflow_id")
    public long workflowId;

    @Column(name = "workflow_version")
    public int workflowVersion;

    @Column(name = "workflow_name")
    public String workflowName;

    public String outcome;
    public boolean proceed;
    public String reasons;

    @Column(name = "stopped_by")
    public String stoppedBy;

    public String nodes;

    @Column(name = "blocked_paths")
    public String blockedPaths;

    public String effects;

    @Column(name = "dry_run")
    public boolean dryRun;

    @Column(name = "event_uuid")
    public String eventUuid;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "duration_micros")
    public long durationMicros;
}
