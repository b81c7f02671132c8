package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.db.SluiceDriver;
import dev.sluice.store.db.WorkflowEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class DatabasePromises {
    @Inject
    EntityManager entities;

    @Inject
    DataConfig data;

    @Inject
    Workflows workflows;

    @Test
    void the_data_folder_is_made_for_its_owner_only() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.dir())))
                .isEqualTo("rwx------");
    }

    @Test
    void rows_can_be_locked() {
        long id = workflows
                .create(new NewWorkflow(null, null, null, "locked" + System.nanoTime(), false, "{}"))
                .id();

        for (LockModeType mode : new LockModeType[] {LockModeType.PESSIMISTIC_WRITE, LockModeType.PESSIMISTIC_READ}) {
            QuarkusTransaction.requiringNew().run(() -> {
                assertThat(entities.find(WorkflowEntity.class, id, mode)).isNotNull();
                assertThat(entities.createQuery("from WorkflowEntity where id = " + id, WorkflowEntity.class)
                                .setLockMode(mode)
                                .getResultList())
                        .hasSize(1);
            });
        }
    }

    @Test
    void an_address_of_another_database_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> new SluiceDriver().connect("jdbc:mysql://localhost/misp", new Properties()))
                .hasMessageContaining("SLUICE_DATABASE_URL must begin with jdbc:h2: or jdbc:postgresql:");
    }
}
