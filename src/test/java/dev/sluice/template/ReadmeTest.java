package dev.sluice.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.CoreFormat;
import dev.sluice.payload.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's templates make of its example event what it says. */
class ReadmeTest {
    @Test
    void the_worked_examples_are_true() throws IOException {
        byte[] event = Files.readAllBytes(Path.of("src/examples/tlp-red-stop/event-red-attribute.json"));
        @SuppressWarnings("unchecked")
        Map<String, Object> data =
                CoreFormat.normalize((Map<String, Object>) Json.parse(event), CoreFormat.Parents.UNKNOWN);
        String readme = Files.readString(Path.of("README.md"));
        String examples = readme.split("## Templates")[1].split("```")[1];
        List<String> lines = examples.lines().filter(line -> !line.isBlank()).toList();

        assertThat(lines).hasSize(10);
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat("= " + Template.parse(lines.get(i)).render(data)).isEqualTo(lines.get(i + 1));
        }
    }
}
