package dev.sluice.conformance;

import dev.sluice.payload.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The recorded cases of the original, what is set aside of them and why, and how two PHP values are compared. */
public final class Conformance {
    private Conformance() {}

    /** One whole file of cases, by its name without {@code .json}. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> file(String name) {
        return (Map<String, Object>) Json.parse(text(name + ".json"));
    }

    /** The cases of a file that no deviation sets aside. */
    @SuppressWarnings("unchecked")
    public static Stream<Map<String, Object>> cases(String name) {
        return ((List<Map<String, Object>>) file(name).get("cases"))
                .stream().filter(it -> deviation(name, (String) it.get("id")).isEmpty());
    }

    /** The number of the deviation that a case falls under. */
    public static Optional<String> deviation(String name, String caseId) {
        return lines("deviations.txt")
                .map(line -> line.split(" "))
                .filter(it -> it[0].equals(name) && it[1].equals(caseId))
                .map(it -> it[2])
                .findFirst();
    }

    /** Equality of two decoded values where an empty map is an empty list, key order does not count, 1 is 1.0. */
    public static boolean same(Object a, Object b) {
        if (isEmpty(a) && isEmpty(b)) {
            return true;
        }
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.entrySet().stream()
                            .allMatch(it ->
                                    right.containsKey(it.getKey()) && same(it.getValue(), right.get(it.getKey())));
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!same(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof Number left && b instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return Objects.equals(a, b);
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Map<?, ?> map && map.isEmpty()) || (value instanceof List<?> list && list.isEmpty());
    }

    private static Stream<String> lines(String file) {
        return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String text(String file) {
        try (InputStream in = Conformance.class.getResourceAsStream("/conformance/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
