package dev.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images of src/main/docker start, told by a program that stands where theirs does and prints its arguments. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImagesTest {
    private static final String ENTRYPOINT = "ENTRYPOINT ";

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void the_heap_is_what_is_asked_for_in_the_environment(String image) throws Exception {
        List<String> arguments = started(image, "200m");

        assertThat(arguments).contains("-Xmx200m");
        assertThat(arguments.indexOf("-Xmx200m")).isGreaterThan(arguments.indexOf("@sidecar.jvm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void where_nothing_is_asked_for_it_is_that_of_a_sidecar(String image) throws Exception {
        List<String> arguments = started(image, "");

        assertThat(arguments)
                .filteredOn(it -> it.startsWith("-Xmx"))
                .isEqualTo(image.equals("native") ? List.of("-Xmx64m") : List.of());
        assertThat(Files.readAllLines(Path.of("src/main/docker/sidecar.jvm"))).contains("-Xmx128m");
    }

    private static List<String> started(String image, String heap) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target"), "image").toAbsolutePath();
        for (String program : List.of("java", "sluice")) {
            Files.setPosixFilePermissions(
                    Files.writeString(folder.resolve(program), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"),
                    PosixFilePermissions.fromString("rwx------"));
        }
        String entry = Files.readAllLines(Path.of("src/main/docker/Dockerfile." + image)).stream()
                .filter(it -> it.startsWith(ENTRYPOINT))
                .findFirst()
                .orElseThrow()
                .substring(ENTRYPOINT.length());
        ProcessBuilder builder = new ProcessBuilder(
                        new ObjectMapper().readValue(entry, new TypeReference<List<String>>() {}))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        if (!heap.isEmpty()) {
            builder.environment().put("SLUICE_HEAP", heap);
        }
        Process process = builder.start();
        List<String> arguments = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(arguments.toString()).isZero();
        return arguments;
    }
}
