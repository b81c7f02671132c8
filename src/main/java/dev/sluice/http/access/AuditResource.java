package dev.sluice.http.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.sluice.http.PageView;
import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.store.audit.AuditLog;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Who changed what. */
@RolesAllowed(Roles.ADMIN)
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Keys")
public class AuditResource {
    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    /** One change. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditEntry")
    record EntryView(
            long id,
            Instant at,
            @Schema(
                            description =
                                    "name of the key that called or opened the session; oidc:<name> for whom a provider"
                                            + " knows; sluice where nobody called")
                    String who,
            @Schema(description = "create, change or delete; retry of a task, execute of a module") String action,
            @Schema(
                            description =
                                    "workflow, workflow version, module, trigger, named trigger, blueprint, schedule,"
                                            + " key, session or task")
                    String kind,
            String subject,
            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "what was; of a change only what differs")
                    String before,
            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "what is now") String after) {

        static EntryView of(AuditLog.Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.who(),
                    entry.action(),
                    entry.kind(),
                    entry.subject(),
                    entry.before(),
                    entry.after());
        }
    }

    @GET
    @Blocking
    @Operation(
            summary = "See who changed what",
            description =
                    "Newest first. Entries are written with the change, and never changed or deleted. Graphs are among"
                            + " the versions of their workflow, and in the entry that tells of its end.")
    public PageView<EntryView> list(
            @Parameter(example = "admin") @RestQuery String who,
            @Parameter(example = "workflow") @RestQuery String kind,
            @RestQuery String subject,
            @Parameter(description = "as in 2026-11-24T00:00:00Z") @RestQuery String from,
            @RestQuery String to,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        AuditLog.Filter filter = new AuditLog.Filter(
                QueryValues.text(who),
                QueryValues.text(kind),
                QueryValues.text(subject),
                QueryValues.time(from),
                QueryValues.time(to));
        return PageView.of(log.list(filter, PageView.asked(page, size, null)), EntryView::of);
    }
}
