package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A trigger that a user declared. */
@Entity
@Table(name = "named_trigger")
public class NamedTriggerEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;
    public String scope;
    public boolean blocking;

    @Column(name = "core_format")
    public boolean coreFormat;

    public String description;

    @Column(name = "created_at")
    public Instant createdAt;
}
