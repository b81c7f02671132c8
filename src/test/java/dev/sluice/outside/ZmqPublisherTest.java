package dev.sluice.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ZmqPublisherTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private record At(String address, int waiting) implements ZmqConfig {}

    static Visit visit(Effects effects) {
        return new Visit(
                new Payload(new Fields()),
                null,
                Filter.of(null),
                new Occasion("run", 1, "w", "event-publish", 2),
                effects);
    }

    @Test
    void a_subscriber_gets_one_frame_of_topic_and_json() throws Exception {
        ZmqSocket socket = new ZmqSocket(new At("tcp://127.0.0.1:*", 10));
        ZmqPublisher publisher = new ZmqPublisher(socket);
        publisher
                .publish(visit(Effects.real()), "misp_json_workflow", "first, to bind")
                .await()
                .atMost(SOON);

        try (ZContext context = new ZContext();
                ZMQ.Socket subscriber = context.createSocket(SocketType.SUB)) {
            subscriber.setReceiveTimeOut(100);
            subscriber.connect(socket.boundTo());
            subscriber.subscribe("misp_json_workflow");
            String frame = null;
            // a subscriber that has just connected misses what is published until its subscription has arrived
            for (int i = 0; i < 100 && frame == null; i++) {
                publisher
                        .publish(visit(Effects.real()), "misp_json_workflow", Fields.of("a", List.of(1L)))
                        .await()
                        .atMost(SOON);
                frame = subscriber.recvStr();
            }
            assertThat(frame).isEqualTo("misp_json_workflow {\"a\":[1]}");
        } finally {
            socket.close();
        }
    }

    @Test
    void an_address_that_is_taken_is_an_error_that_names_it_and_is_tried_again() throws Exception {
        ZmqSocket socket;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket = new ZmqSocket(new At("tcp://127.0.0.1:" + taken.getLocalPort(), 10));

            assertThatThrownBy(() -> publish(socket))
                    .hasMessageContaining("tcp://127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("SLUICE_ZMQ_ADDRESS");
        }
        publish(socket);
        assertThat(socket.boundTo()).startsWith("tcp://127.0.0.1:");
        socket.close();
    }

    @Test
    void an_address_that_is_none_is_an_error_that_names_it() throws InterruptedException {
        ZmqSocket socket = new ZmqSocket(new At("nonsense", 10));

        assertThatThrownBy(() -> publish(socket)).hasMessageContaining("nonsense");

        socket.close();
    }

    @Test
    void after_the_end_nothing_is_taken_any_more() throws InterruptedException {
        ZmqSocket socket = new ZmqSocket(new At("tcp://127.0.0.1:*", 10));
        publish(socket);
        socket.close();

        assertThatThrownBy(() -> publish(socket)).hasMessageContaining("ZMQ socket");
    }

    @Test
    void a_dry_run_writes_down_the_message_as_it_was() throws IOException {
        Effects effects = Effects.recording();
        Fields data = Fields.of("a", "then");

        new ZmqPublisher(new ZmqSocket(new At("nonsense", 1)))
                .publish(visit(effects), "misp_json_workflow", data)
                .await()
                .atMost(SOON);
        data.put("a", "later");

        assertThat(effects.recorded())
                .containsExactly(Fields.of(
                        "kind", "zmq.publish", "topic", "misp_json_workflow", "data", Fields.of("a", "then")));
    }

    private static void publish(ZmqSocket socket) {
        new ZmqPublisher(socket)
                .publish(visit(Effects.real()), "t", "x")
                .await()
                .atMost(SOON);
    }
}
