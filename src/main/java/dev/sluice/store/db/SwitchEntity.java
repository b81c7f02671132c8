package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Whether an administrator has switched a logic or action module on or off. */
@Entity
@IdClass(SwitchEntity.Key.class)
@Table(name = "module_switch")
public class SwitchEntity extends PanacheEntityBase {
    /** Modules are told apart by their kind and id. */
    public record Key(String type, String moduleId) implements Serializable {}

    @Id
    public String type;

    @Id
    @Column(name = "module_id")
    public String moduleId;

    public boolean enabled;
}
