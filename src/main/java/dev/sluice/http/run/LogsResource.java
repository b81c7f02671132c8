package dev.sluice.http.run;

import dev.sluice.http.PageView;
import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.store.history.History;
import dev.sluice.store.history.LogFilter;
import dev.sluice.store.history.LogRow;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What the execution log says of runs. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Runs")
public class LogsResource {
    private final History history;

    LogsResource(History history) {
        this.history = history;
    }

    @GET
    @Blocking
    @Operation(
            summary = "Entries of the execution log, newest first",
            description = "`total` is counted up to 10,001, which stands for more.")
    public PageView<LogRow> logs(
            @RestQuery String trigger,
            @RestQuery Long workflow,
            @RestQuery String run,
            @Parameter(description = "DEBUG, INFO or ERROR") @RestQuery String level,
            @RestQuery String text,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        String known = QueryValues.oneOf("level", level, "DEBUG", "INFO", "ERROR");
        LogFilter filter = new LogFilter(
                QueryValues.text(trigger),
                workflow,
                QueryValues.text(run),
                known,
                QueryValues.text(text),
                QueryValues.time(from),
                QueryValues.time(to));
        return PageView.of(history.logs(filter, PageView.asked(page, size, null)), it -> it);
    }
}
