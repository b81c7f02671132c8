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
import org.hibernate.annotations.Immutable;

/** A graph that a workflow has or had. Never changed once it is there. */
@Entity
@Immutable
@Table(name = "workflow_version")
public class VersionEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "workflow_version_id")
    @SequenceGenerator(name = "workflow_version_id", sequenceName = "workflow_version_id", allocationSize = 1)
    public Long id;

    @Column(name = "workflow_id")
    public long workflowId;

    public int number;
    public String graph;

    @Column(name = "created_at")
    public Instant createdAt;
}
