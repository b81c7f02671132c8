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

/** When a trigger is to be fired, again and again. */
@Entity
@Table(name = "schedule")
public class ScheduleEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "schedule_id")
    @SequenceGenerator(name = "schedule_id", sequenceName = "schedule_id", allocationSize = 1)
    public Long id;

    @Column(name = "trigger_id")
    public String triggerId;

    public String cron;
    public String zone;

    /** JSON. */
    public String data;

    public boolean enabled;

    @Column(name = "next_due")
    public Instant nextDue;

    @Column(name = "last_due")
    public Instant lastDue;

    @Column(name = "last_run_id")
    public String lastRunId;

    @Column(name = "last_problem")
    public String lastProblem;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;
}
