package dev.sluice.outside.zmq;

import dev.sluice.module.Publisher;
import dev.sluice.module.Visit;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The publisher modules are given: publishes by ZMQ, or in a dry run writes down what would have been published. */
@Singleton
class RecordingPublisher implements Publisher {
    private final ZmqPublisher zmq;

    @Inject
    RecordingPublisher(ZmqPublisher zmq) {
        this.zmq = zmq;
    }

    @Override
    public Uni<Void> publish(Visit by, String topic, Object data) {
        if (!by.effects().areRecorded()) {
            return zmq.publish(topic, data);
        }
        // A copy: later nodes may change the data, what is on record must not.
        Object copy = Json.parse(Json.writeBytes(data));
        return Uni.createFrom().item(() -> {
            by.effects().record("zmq.publish", "topic", topic, "data", copy);
            return null;
        });
    }
}
