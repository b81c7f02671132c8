package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody signed in once; one row at most. */
@Entity
@Table(name = "web_welcome")
public class WebWelcomeEntity extends PanacheEntityBase {
    public static final int ONLY = 1;

    @Id
    public int id;

    @Column(name = "done_at")
    public Instant doneAt;
}
