package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An entry of the execution log, for reading; {@code RunWriter} writes them in batches. */
@Entity
@Immutable
@Table(name = "log_entry")
public class LogEntity extends PanacheEntityBase {
    @Id
    public Long id;

    public Instant at;

    @Column(name = "run_id")
    public UUID runId;

    @Column(name = "trigger_id")
    public String triggerId;

    @Column(name = "workflow_id")
    public long workflowId;

    public String level;
    public String message;
}
