package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that is signed in. */
@Entity
@Table(name = "web_session")
public class WebSessionEntity extends PanacheEntityBase {
    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    public String name;
    public String role;

    /** Hash of the key that opened it, with which it ends; null for who signed in elsewhere. */
    public String opener;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "used_at")
    public Instant usedAt;
}
