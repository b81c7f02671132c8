package dev.sluice.store.db;

import dev.sluice.outside.CannotStartException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jboss.logging.Logger;

/** Says which database it is, and refuses one that a newer Sluice has written: what this one does not know it would not keep. */
@Singleton
class SchemaAge {
    private static final Logger LOG = Logger.getLogger(SchemaAge.class);

    private final Flyway flyway;
    private final String url;

    @Inject
    SchemaAge(Flyway flyway, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.flyway = flyway;
        this.url = url;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        MigrationInfo current = flyway.info().current();
        if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
            String words = "its database was written by a newer version (schema "
                    + current.getVersion()
                    + "), which this one would damage.\nStart that version again, or restore a backup that was made"
                    + " before it.";
            throw new CannotStartException(words);
        }
        LOG.infof("Data is kept in %s", CannotOpen.shown(url));
    }
}
