package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A blueprint that was deleted, and that no start brings back. */
@Entity
@Table(name = "deleted_blueprint")
public class DeletedBlueprintEntity extends PanacheEntityBase {
    @Id
    public String uuid;
}
