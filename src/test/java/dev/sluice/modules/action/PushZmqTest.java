package dev.sluice.modules.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.module.Action;
import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

@QuarkusTest
@TestProfile(ShortPatience.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PushZmqTest {
    private static final String TOPIC = "misp_json_workflow";

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    @ConfigProperty(name = "sluice.zmq.address")
    String address;

    @Test
    void a_subscriber_reads_the_data_as_one_frame_behind_the_topic() {
        assertThat(read("")).isEqualTo(TOPIC + " {\"Event\":{\"id\":\"1\",\"Tag\":[{\"name\":\"é\"}]}}");
    }

    @Test
    void a_subscriber_reads_what_the_path_selects() {
        assertThat(read("Event.Tag.{n}.name")).isEqualTo(TOPIC + " [\"é\"]");
    }

    @Test
    void a_path_that_selects_nothing_pushes_nothing_but_an_empty_list() {
        String message = read("nosuch");

        assertThat((Iterable<?>) Json.parse(message.substring(TOPIC.length() + 1)))
                .isEmpty();
    }

    @Test
    void a_subscriber_of_libzmq_reads_it(@TempDir Path folder) throws Exception {
        Path program = compiledSubscriber(folder);
        Process subscriber = new ProcessBuilder(program.toString(), address, TOPIC).start();
        try {
            // whoever subscribes late misses what went before, so it is pushed until it is read
            do {
                push("");
            } while (!subscriber.waitFor(50, TimeUnit.MILLISECONDS));
            assertThat(subscriber.exitValue()).isZero();
            assertThat(new String(subscriber.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(TOPIC + " {\"Event\":{\"id\":\"1\",\"Tag\":[{\"name\":\"é\"}]}}");
        } finally {
            subscriber.destroyForcibly();
        }
    }

    /**
     * Pushes until a subscriber reads, since it misses what went before it was there. One in a hundred connections of
     * JeroMQ's subscribers never gets anything, from libzmq's publishers no more than from ours; a new connection does.
     */
    private String read(String path) {
        try (ZContext zmq = new ZContext()) {
            ZMQ.Socket subscriber = zmq.createSocket(SocketType.SUB);
            subscriber.setReceiveTimeOut(50);
            subscriber.subscribe(TOPIC);
            subscriber.connect(address);
            for (int attempt = 1; attempt <= 200; attempt++) {
                if (attempt % 20 == 0) {
                    subscriber.disconnect(address);
                    subscriber.connect(address);
                }
                push(path);
                byte[] frame = subscriber.recv();
                if (frame != null) {
                    assertThat(subscriber.hasReceiveMore()).isFalse();
                    return new String(frame, StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("No message came from " + address);
        }
    }

    private void push(String path) {
        Action module = (Action) modules.find("action", "push-zmq").orElseThrow();
        Map<String, Object> data = Fields.of("Event", Fields.of("id", "1", "Tag", List.of(Fields.of("name", "é"))));
        Step step = module.act(Visits.real(module, templates, Fields.of("data_extraction_path", path), data))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(step).isInstanceOf(Step.GoOn.class);
    }

    private static Path compiledSubscriber(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("subscriber.c");
        Path program = folder.resolve("subscriber");
        try (var in = PushZmqTest.class.getResourceAsStream("/zmq-subscriber.c")) {
            Files.copy(in, source);
        }
        try {
            Process compiler = new ProcessBuilder("cc", "-o", program.toString(), source.toString(), "-lzmq").start();
            assumeTrue(compiler.waitFor() == 0, "libzmq and its headers (libzmq3-dev) are not installed");
        } catch (IOException e) {
            assumeTrue(false, "no C compiler is installed");
        }
        return program;
    }
}
