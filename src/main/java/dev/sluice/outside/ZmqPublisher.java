package dev.sluice.outside;

import dev.sluice.module.Publisher;
import dev.sluice.module.Visit;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Publishes over ZMQ as MISP does: one frame, the topic, a space and the JSON. */
@Singleton
final class ZmqPublisher implements Publisher {
    private final ZmqSocket socket;

    ZmqPublisher(ZmqSocket socket) {
        this.socket = socket;
    }

    @Override
    public Uni<Void> publish(Visit by, String topic, Object data) {
        String json = Json.write(data);
        if (by.effects().areRecorded()) {
            by.effects().record("zmq.publish", "topic", topic, "data", Json.parse(json));
            return Uni.createFrom().voidItem();
        }
        return socket.send((topic + " " + json).getBytes(StandardCharsets.UTF_8));
    }
}
