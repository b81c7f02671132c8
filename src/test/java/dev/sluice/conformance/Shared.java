package dev.sluice.conformance;

import dev.sluice.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Recorded cases that are not copied into the repository but lie beside it, where they do. */
public final class Shared {
    private static final Path FOLDER = Path.of("../shared/conformance");

    private Shared() {}

    /** Cases of a file that are of a kind, each as (id, case); a single ("missing", null) where the file is not there. */
    @SuppressWarnings("unchecked")
    public static Stream<Arguments> cases(String name, String kind) {
        Path file = FOLDER.resolve(name + ".json");
        if (!Files.isReadable(file)) {
            return Stream.of(Arguments.of("missing", null));
        }
        try {
            Map<String, Object> whole = (Map<String, Object>) Json.parse(Files.readAllBytes(file));
            return ((List<Map<String, Object>>) whole.get("cases"))
                    .stream()
                            .filter(it -> kind.equals(it.get("kind")))
                            .filter(it -> Conformance.deviation(name, (String) it.get("id"))
                                    .isEmpty())
                            .map(it -> Arguments.of(it.get("id"), it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a test is skipped where the file is not there. */
    public static String missing(String name) {
        return FOLDER.resolve(name + ".json") + " is not there";
    }
}
