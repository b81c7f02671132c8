package dev.sluice.http.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.http.Bodies;
import dev.sluice.http.Callers;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.store.access.AccessKeys;
import dev.sluice.store.access.AccessKeys.Key;
import dev.sluice.store.access.AccessKeys.Made;
import dev.sluice.store.access.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Keys of callers, each with a role. The admin key is not among them: it is always there. */
@RolesAllowed(Roles.ADMIN)
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "Who may call, and what they may do; for admins")
public class KeysResource {
    private final AccessKeys keys;
    private final Callers callers;

    KeysResource(AccessKeys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    /** A key as admins see it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Key")
    record KeyView(
            long id,
            String name,
            @Schema(description = "viewer, caller, editor or admin") String role,
            @Schema(description = "what to send as Authorization; told when it is made, and never again") String key,
            @Schema(description = "what calls can be signed with instead; told with the key") String signingSecret,
            Instant createdAt,
            @Schema(description = "missing where it never expires") Instant expiresAt,
            Instant usedAt,
            @Schema(description = "until then the key from before the rotation opens too") Instant oldUntil) {

        static KeyView of(Key key, String text, String secret) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.role().id(),
                    text,
                    secret,
                    key.createdAt(),
                    key.expiresAt(),
                    key.usedAt(),
                    key.oldUntil());
        }
    }

    @GET
    @Blocking
    @Operation(summary = "List the keys", description = "Without their texts, which nobody knows but who was told.")
    public List<KeyView> list() {
        return keys.list().stream().map(it -> KeyView.of(it, null, null)).toList();
    }

    @POST
    @Blocking
    @ResponseStatus(201)
    @Operation(
            summary = "Make a key",
            description = "A `viewer` looks, a `caller` fires triggers and nothing else, an `editor` changes workflows,"
                    + " an `admin` does everything. The text of the key is in this answer, and never again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "for the platform",
                                            value = "{\"name\": \"misp-production\", \"role\": \"caller\"}")))
    public KeyView make(@Context RoutingContext call) {
        Map<String, Object> given = Bodies.parse(call);
        Bodies.allow(given, "name", "role", "expiresAt");
        Role role = role(given);
        if (role == null) {
            throw new ProblemException(422, "Say what the key is for: `role` is one of " + Role.ids() + ".");
        }
        return told(keys.make(text(given, "name"), role, moment(given)));
    }

    @PATCH
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Change the role or expiry of a key", description = "In effect at once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "another role", value = "{\"role\": \"editor\"}")))
    public KeyView change(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        Map<String, Object> given = Bodies.parse(call);
        Bodies.allow(given, "role", "expiresAt");
        return KeyView.of(keys.change(id, role(given), moment(given)), null, null);
    }

    @POST
    @Path("/{id}/rotate")
    @Blocking
    @Operation(
            summary = "Give a key another text",
            description =
                    "The old text opens for the `overlap` (1h unless said), so that nothing stands still while the"
                            + " new one is brought to its callers.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "within a day", value = "{\"overlap\": \"24h\"}")))
    public KeyView rotate(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        byte[] body = Bodies.of(call);
        Map<String, Object> given = body == null || body.length == 0 ? Map.of() : Bodies.parse(call);
        Bodies.allow(given, "overlap");
        String overlap = text(given, "overlap");
        return told(keys.rotate(id, duration(overlap == null ? "1h" : overlap)));
    }

    @DELETE
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Take a key away", description = "It opens nothing any more, at once.")
    public void delete(@Parameter(example = "1") @RestPath long id) {
        keys.delete(id);
    }

    private KeyView told(Made made) {
        return KeyView.of(made.key(), made.text(), callers.signingSecret(made));
    }

    private static String text(Map<String, Object> given, String name) {
        Object value = given.get(name);
        if (value != null && !(value instanceof String)) {
            throw new ProblemException(422, "`" + name + "` is a text.");
        }
        return (String) value;
    }

    private static Role role(Map<String, Object> given) {
        String id = text(given, "role");
        return id == null
                ? null
                : Role.of(id)
                        .orElseThrow(() -> new ProblemException(
                                422, "There is no role `" + id + "`: it is one of " + Role.ids() + "."));
    }

    private static Instant moment(Map<String, Object> given) {
        String text = text(given, "expiresAt");
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(422, "`expiresAt` is a moment, as in 2027-01-31T00:00:00Z.");
        }
    }

    private static Duration duration(String text) {
        try {
            return DurationConverter.parseDuration(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(422, "`overlap` is a time, as in 30m, 24h or 7d.");
        }
    }
}
