package dev.sluice.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;

/** Reads what stands behind the question mark more strictly than JAX-RS, to which {@code dryRun=yes} is no dry run. */
@Provider
public final class QueryValues implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        if (annotations == null || Arrays.stream(annotations).noneMatch(RestQuery.class::isInstance)) {
            return null;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return (ParamConverter<T>) new Strict<>(QueryValues::flag, "true or false");
        }
        if (raw == int.class || raw == Integer.class) {
            return (ParamConverter<T>) new Strict<>(Integer::valueOf, "a whole number");
        }
        if (raw == long.class || raw == Long.class) {
            return (ParamConverter<T>) new Strict<>(Long::valueOf, "a whole number");
        }
        return null;
    }

    /** RESTEasy hands in 0 for a flag that is not given. */
    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Strict<T>(Function<String, T> reader, String kind) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return reader.apply(text.strip());
            } catch (IllegalArgumentException e) {
                throw new ProblemException(400, "The query says `" + text + "` where " + kind + " is expected.");
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    /**
     * One of the values there are, whatever its case; null where nothing is given. Another is refused, where a list would only be
     * empty.
     */
    public static String oneOf(String name, String given, String... known) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return Arrays.stream(known)
                .filter(given.strip()::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        400, name + " must be one of " + String.join(", ", known) + ", not `" + given + "`."));
    }

    /** What is given, or null where it is blank. */
    public static String text(String given) {
        return given == null || given.isBlank() ? null : given;
    }

    /** A moment as in {@code 2026-11-24T00:00:00Z}; null where nothing is given. */
    public static Instant time(String given) {
        try {
            return text(given) == null ? null : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new ProblemException(400, "`" + given + "` is no time; write 2026-11-24T00:00:00Z.");
        }
    }
}
