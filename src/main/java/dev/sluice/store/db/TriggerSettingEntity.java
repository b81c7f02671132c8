package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an administrator has set on a trigger. */
@Entity
@Table(name = "trigger_setting")
public class TriggerSettingEntity extends PanacheEntityBase {
    @Id
    @Column(name = "trigger_id")
    public String triggerId;

    public boolean enabled;

    /** Null for the default. */
    @Column(name = "deadline_ms")
    public Long deadlineMillis;

    /** open or closed. */
    @Column(name = "on_error")
    public String onError;
}
