package dev.sluice.http.status;

import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.store.Backup;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A copy of everything. */
@RolesAllowed(Roles.ADMIN)
@Path("/api/v1/backup")
@Tag(ref = "Status")
public class BackupResource {
    private final Backup backup;

    BackupResource(Backup backup) {
        this.backup = backup;
    }

    @GET
    @Blocking
    @Produces("application/zip")
    @Operation(
            summary = "Take a copy of the database",
            description =
                    "While work goes on. To restore it, unpack it in an empty data folder and start Sluice there. It holds"
                            + " everything but the admin key and your modules, which are files beside it. Of a PostgreSQL"
                            + " database pg_dump makes copies.")
    public RestResponse<InputStream> get() {
        try {
            if (!backup.isPossible()) {
                throw new ProblemException(
                        409,
                        "The database is a PostgreSQL, of which its own tools make copies: pg_dump and pg_restore.");
            }
            return ResponseBuilder.ok(backup.make())
                    .header("Content-Disposition", "attachment; filename=\"sluice-backup.zip\"")
                    .build();
        } catch (SQLException | IOException e) {
            throw new ProblemException(503, "No backup could be made: " + e.getMessage());
        }
    }
}
