package dev.sluice.store.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What runs that were written together hold beside their rows, compressed, for reading. */
@Entity
@Immutable
@Table(name = "run_block")
public class RunBlockEntity extends PanacheEntityBase {
    @Id
    public long id;

    @Column(name = "last_run")
    public UUID lastRun;

    public byte[] content;
}
