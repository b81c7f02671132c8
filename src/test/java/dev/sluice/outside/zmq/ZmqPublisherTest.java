package dev.sluice.outside.zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Effects;
import dev.sluice.module.Publisher;
import dev.sluice.outside.OutsideException;
import dev.sluice.outside.Visits;
import dev.sluice.payload.Fields;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ZmqPublisherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_BYTES = 30_000;

    private final List<ZmqPublisher> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(ZmqPublisher::close);
    }

    @Test
    void a_subscriber_reads_one_frame_of_topic_space_json() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 100);

        List<byte[]> frames = received(zmq, "misp_json_workflow", Fields.of("Event", Fields.of("info", "Grüße")));

        assertThat(frames).hasSize(1);
        assertThat(new String(frames.get(0), UTF_8)).isEqualTo("misp_json_workflow {\"Event\":{\"info\":\"Grüße\"}}");
    }

    @Test
    void the_data_is_read_before_publish_returns() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 100);
        Fields data = Fields.of("info", "before");
        Uni<Void> publishing = zmq.publish("t", data);
        data.put("info", "after");

        try (ZContext context = new ZContext()) {
            ZMQ.Socket subscriber = subscriber(context, zmq);
            byte[] frame = publishUntilReceived(publishing, subscriber);
            assertThat(new String(frame, UTF_8)).isEqualTo("t {\"info\":\"before\"}");
        }
    }

    @Test
    void nothing_is_bound_before_the_first_message() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 100);
        assertThat(zmq.boundTo()).isEmpty();

        await(zmq.publish("t", Fields.of("a", 1L)));

        assertThat(zmq.boundTo())
                .hasValueSatisfying(address -> assertThat(address).matches("tcp://127\\.0\\.0\\.1:[1-9]\\d+"));
    }

    @Test
    void an_address_in_use_fails_with_the_setting_to_change_and_is_tried_again() throws IOException {
        ZmqPublisher zmq;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "tcp://127.0.0.1:" + taken.getLocalPort();
            zmq = publisher(address, 100);

            assertThatThrownBy(() -> await(zmq.publish("t", Fields.of())))
                    .hasMessage(
                            "ZMQ cannot publish at " + address + ": the address is already in use."
                                    + " Set sluice.zmq.address (SLUICE_ZMQ_ADDRESS) to a free address like tcp://127.0.0.1:50000.");
        }

        await(zmq.publish("t", Fields.of()));
        assertThat(zmq.boundTo()).isPresent();
    }

    @Test
    void an_address_that_is_none_fails_with_the_setting_to_change() {
        for (String address : List.of("nonsense", "tcp://127.0.0.1", "tcp://127.0.0.1:port", "tcp://host.invalid:1")) {
            ZmqPublisher zmq = publisher(address, 100);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> await(zmq.publish("t", Fields.of())))
                        .as(address)
                        .isInstanceOf(OutsideException.class)
                        .hasMessageStartingWith("ZMQ cannot publish at " + address + ": ")
                        .hasMessageContaining("SLUICE_ZMQ_ADDRESS");
            }
        }
    }

    @Test
    void more_messages_than_may_wait_are_refused() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 1);

        assertThat(publishedAtOnce(zmq, "x", 2000))
                .contains("Too much waits for ZMQ at tcp://127.0.0.1:*: the limit is 1 messages. To let more wait, set"
                        + " sluice.zmq.waiting (SLUICE_ZMQ_WAITING).")
                .contains("none");
    }

    @Test
    void more_bytes_than_may_wait_are_refused_and_make_room_once_they_are_gone() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 10_000);

        assertThat(publishedAtOnce(zmq, "x".repeat(MOST_BYTES / 3), 2000))
                .contains("Too much waits for ZMQ at tcp://127.0.0.1:*: the limit is " + MOST_BYTES
                        + " bytes. To let more wait, set sluice.zmq.waiting-bytes (SLUICE_ZMQ_WAITING_BYTES).")
                .contains("none");
        for (int i = 0; i < 10; i++) {
            await(zmq.publish("t", "x".repeat(MOST_BYTES / 3)));
        }
    }

    @Test
    void a_message_larger_than_all_that_may_wait_is_sent_when_none_waits() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 10);

        await(zmq.publish("t", "x".repeat(2 * MOST_BYTES)));
        await(zmq.publish("t", "x".repeat(2 * MOST_BYTES)));
    }

    @Test
    void failed_messages_make_room_too() {
        ZmqPublisher zmq = publisher("nonsense", 10);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> await(zmq.publish("t", "x".repeat(MOST_BYTES / 3))))
                    .hasMessageContaining("ZMQ cannot publish");
        }
    }

    @Test
    void an_address_that_fails_is_logged_once_and_once_more_when_it_works() throws IOException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger log = Logger.getLogger(ZmqSocket.class.getName());
        log.addHandler(listener);
        try {
            String address;
            ZmqPublisher zmq;
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                address = "tcp://127.0.0.1:" + taken.getLocalPort();
                zmq = publisher(address, 100);
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> await(zmq.publish("t", 1L))).isInstanceOf(OutsideException.class);
                }
                assertThat(logged).singleElement().satisfies(it -> assertThat(it)
                        .startsWith("WARN")
                        .contains(address, "already in use", "sluice.zmq.address (SLUICE_ZMQ_ADDRESS)"));
            }

            await(zmq.publish("t", 1L));
            await(zmq.publish("t", 1L));

            assertThat(logged).hasSize(2).last().isEqualTo("INFO ZMQ publishes at " + address + " now.");
        } finally {
            log.removeHandler(listener);
        }
    }

    @Test
    void publishing_goes_on_elsewhere_than_on_the_thread_of_the_socket() {
        String thread = publisher("tcp://127.0.0.1:*", 10)
                .publish("t", 1L)
                .map(sent -> Thread.currentThread().getName())
                .await()
                .atMost(PATIENCE);

        assertThat(thread).isNotEqualTo("zmq-publisher");
    }

    @Test
    void after_the_end_of_the_program_publishing_fails() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 10);
        await(zmq.publish("t", 1L));
        zmq.close();

        assertThatThrownBy(() -> await(zmq.publish("t", 1L))).hasMessageContaining("about to end");
    }

    @Test
    void a_dry_run_records_and_binds_nothing() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 10);
        Publisher publisher = new RecordingPublisher(zmq);
        Effects effects = Effects.recording();
        Fields data = Fields.of("info", "before");

        await(publisher.publish(Visits.with(effects), "misp_json_workflow", data));
        data.put("info", "after");

        assertThat(effects.recorded())
                .containsExactly(Fields.of(
                        "kind", "zmq.publish", "topic", "misp_json_workflow", "data", Fields.of("info", "before")));
        assertThat(zmq.boundTo()).isEmpty();
    }

    @Test
    void a_real_run_publishes() {
        ZmqPublisher zmq = publisher("tcp://127.0.0.1:*", 10);

        await(new RecordingPublisher(zmq).publish(Visits.with(Effects.real()), "t", 1L));

        assertThat(zmq.boundTo()).isPresent();
    }

    private ZmqPublisher publisher(String address, int waiting) {
        ZmqPublisher publisher = new ZmqPublisher(new ZmqConfig() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public MemorySize waitingBytes() {
                return new MemorySize(BigInteger.valueOf(MOST_BYTES));
            }
        });
        open.add(publisher);
        return publisher;
    }

    /** The frames of the first message that arrives. */
    private static List<byte[]> received(ZmqPublisher zmq, String topic, Object data) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket subscriber = subscriber(context, zmq);
            List<byte[]> frames = new ArrayList<>();
            frames.add(publishUntilReceived(zmq.publish(topic, data), subscriber));
            while (subscriber.hasReceiveMore()) {
                frames.add(subscriber.recv());
            }
            return frames;
        }
    }

    /** The first message makes the publisher bind; it is of a topic nobody reads. */
    private static ZMQ.Socket subscriber(ZContext context, ZmqPublisher zmq) {
        await(zmq.publish("none", 0L));
        ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
        subscriber.setReceiveTimeOut(50);
        subscriber.connect(zmq.boundTo().orElseThrow());
        subscriber.subscribe("misp_json_workflow ");
        subscriber.subscribe("t ");
        return subscriber;
    }

    /**
     * A subscription takes effect some time after it was made, so the message is repeated until one arrives. One in a
     * hundred connections of JeroMQ's subscribers never gets anything, from libzmq's publishers no more than from ours
     * (libzmq's subscribers do); a new connection does.
     */
    private static byte[] publishUntilReceived(Uni<Void> publishing, ZMQ.Socket subscriber) {
        for (int attempt = 1; attempt <= 200; attempt++) {
            if (attempt % 20 == 0) {
                String address = subscriber.getLastEndpoint();
                subscriber.disconnect(address);
                subscriber.connect(address);
            }
            await(publishing);
            byte[] frame = subscriber.recv();
            if (frame != null) {
                return frame;
            }
        }
        throw new AssertionError("no message arrived");
    }

    private static void await(Uni<Void> publishing) {
        publishing.await().atMost(PATIENCE);
    }

    /** The failure of each message, or "none". */
    private static List<String> publishedAtOnce(ZmqPublisher zmq, Object data, int times) {
        List<Uni<Void>> messages =
                IntStream.range(0, times).mapToObj(i -> zmq.publish("t", data)).toList();
        List<CompletableFuture<Void>> all =
                messages.stream().map(Uni::subscribeAsCompletionStage).toList();
        return all.stream().map(ZmqPublisherTest::failure).toList();
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord it) {
                logged.add(it.getLevel() + " " + new SimpleFormatter().formatMessage(it));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String failure(CompletableFuture<Void> sent) {
        return sent.handle((nothing, failure) -> failure == null ? "none" : failure.getMessage())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
