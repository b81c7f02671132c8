package dev.sluice.http;

import dev.sluice.payload.Allowance;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Reads what callers send, which {@link BodyLimit} took from the wire before any resource is asked. Small bodies are parsed where they arrive, large ones on a worker
 * thread.
 */
@Singleton
public final class Bodies {
    private final HttpConfig config;

    Bodies(HttpConfig config) {
        this.config = config;
    }

    /** What was read of the body, as it came; null for none. */
    public static byte[] of(RoutingContext call) {
        return BodyReader.body(call);
    }

    /** The body as a JSON object; what follows in the pipeline runs where it was parsed. */
    public Uni<Map<String, Object>> object(RoutingContext call) {
        byte[] body = of(call);
        if (body == null || body.length <= config.inlineBody().asLongValue()) {
            return Uni.createFrom().item(parse(body, Admission.of(call)));
        }
        return Uni.createFrom()
                .item(() -> parse(body, Admission.of(call)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The body as a JSON object, parsed at once; for calls that block anyway. */
    public static Map<String, Object> parse(RoutingContext call) {
        return parse(of(call), Admission.of(call));
    }

    /** An empty list is an object, too: PHP writes an empty object so. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(byte[] body, Allowance allowance) {
        if (body == null || body.length == 0) {
            throw new ProblemException(400, "The body is empty; send a JSON object.");
        }
        try {
            Object value = Json.parse(body, allowance);
            if (value instanceof Map) {
                return (Map<String, Object>) value;
            }
            if (value instanceof List<?> list && list.isEmpty()) {
                return new Fields();
            }
        } catch (PayloadException e) {
            throw new ProblemException(400, e.getMessage());
        }
        throw new ProblemException(400, "The body must be a JSON object, as in {\"Event\": {…}}.");
    }

    /** Refuses members that would be passed over, so that one that is misspelled does not look as if it had been set. */
    public static void allow(Map<String, Object> body, String... known) {
        for (String name : body.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new ProblemException(
                        400, "`" + name + "` cannot be set here; what can is `" + String.join("`, `", known) + "`.");
            }
        }
    }

    /** A member that must be an object; null where it is missing. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> member(Map<String, Object> body, String name) {
        Object value = body.get(name);
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new ProblemException(400, "`" + name + "` must be a JSON object.");
    }

    /** A member that must be a text; null where it is missing. */
    public static String text(Map<String, Object> body, String name) {
        return member(body, name, String.class, "a text");
    }

    /** A member that must be true or false; null where it is missing. */
    public static Boolean flag(Map<String, Object> body, String name) {
        return member(body, name, Boolean.class, "true or false");
    }

    /** A member that must be a whole number; null where it is missing. */
    public static Long number(Map<String, Object> body, String name) {
        return member(body, name, Long.class, "a whole number");
    }

    private static <T> T member(Map<String, Object> body, String name, Class<T> type, String kind) {
        Object value = body.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        throw new ProblemException(400, "`" + name + "` must be " + kind + ".");
    }
}
