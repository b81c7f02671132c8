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

    @Column(name = "replay_of")
    public UUID replayOf;

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

    @Column(name = "dry_run")
    public boolean dryRun;

    @Column(name = "event_uuid")
    public String eventUuid;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "duration_micros")
    public long durationMicros;

    @Column(name = "log_infos")
    public short logInfos;

    @Column(name = "log_errors")
    public short logErrors;

    @Column(name = "log_debugs")
    public short logDebugs;

    public String log;

    @Column(name = "block_id")
    public long blockId;

    @Column(name = "block_place")
    public int blockPlace;
}
