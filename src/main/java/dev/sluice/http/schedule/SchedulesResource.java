package dev.sluice.http.schedule;

import dev.sluice.http.Bodies;
import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.module.Modules;
import dev.sluice.payload.Fields;
import dev.sluice.store.schedules.ScheduleChange;
import dev.sluice.store.schedules.Schedules;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Schedules: when triggers are fired without anybody calling. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules", description = "Triggers that are fired at set times")
public class SchedulesResource {
    private static final String[] MEMBERS = {"trigger", "cron", "zone", "data", "enabled"};

    private final Schedules schedules;
    private final Modules modules;

    SchedulesResource(Schedules schedules, Modules modules) {
        this.schedules = schedules;
        this.modules = modules;
    }

    @GET
    @Blocking
    @Operation(summary = "All schedules, with when they are due and what came of the last time")
    public PageView<ScheduleView> list(
            @RestQuery String trigger,
            @Parameter(description = "id, trigger, next or last, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("id")
                    String sort,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        return PageView.of(
                schedules.list(QueryValues.text(trigger), PageView.asked(page, size, sort)), ScheduleView::of);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Have a trigger fired at set times",
            description = "`cron` has five fields as cron has them (minute, hour, day of month, month, day of week), or"
                    + " six or seven as Quartz has them, which begin with seconds; @hourly, @daily, @weekly, @monthly and"
                    + " @yearly are known. Of several processes on one database one fires. A time that nobody was there"
                    + " to keep is made up for once, if it is not older than `sluice.schedules.late`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "every working day", value = Examples.SCHEDULE)))
    public RestResponse<ScheduleView> create(@Context RoutingContext call) {
        return RestResponse.status(
                RestResponse.Status.CREATED, ScheduleView.of(schedules.create(given(Bodies.parse(call)))));
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "One schedule")
    public ScheduleView get(@Parameter(example = "1") @RestPath long id) {
        return ScheduleView.of(schedules.get(id));
    }

    @PUT
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Change a schedule, or switch it on or off; what is missing stays")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "off", value = "{\"enabled\": false}")))
    public ScheduleView change(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        ScheduleChange change = given(request);
        if (request.isEmpty()) {
            throw new ProblemException(
                    400, "Nothing to change; what can be changed is `" + String.join("`, `", MEMBERS) + "`.");
        }
        return ScheduleView.of(schedules.update(id, change));
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Delete a schedule; the runs it led to stay in the history")
    public void delete(@RestPath long id) {
        schedules.delete(id);
    }

    private ScheduleChange given(Map<String, Object> request) {
        Bodies.allow(request, MEMBERS);
        String trigger = Bodies.text(request, "trigger");
        if (trigger != null && modules.trigger(trigger).isEmpty()) {
            throw new ProblemException(422, "There is no trigger `" + trigger + "`. GET /api/v1/triggers lists them.");
        }
        Map<String, Object> data = Bodies.member(request, "data");
        return new ScheduleChange(
                trigger,
                Bodies.text(request, "cron"),
                Bodies.text(request, "zone"),
                data == null && request.containsKey("data") ? new Fields() : data,
                Bodies.flag(request, "enabled"));
    }
}
