package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A saved list of nodes. */
@Entity
@Table(name = "blueprint")
public class BlueprintEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "blueprint_id")
    @SequenceGenerator(name = "blueprint_id", sequenceName = "blueprint_id", allocationSize = 1)
    public Long id;

    public String uuid;
    public String name;
    public String description;

    /** Unix seconds. */
    @Column(name = "saved_at")
    public long savedAt;

    @Column(name = "from_library")
    public boolean fromLibrary;

    /** JSON. */
    public String nodes;
}
