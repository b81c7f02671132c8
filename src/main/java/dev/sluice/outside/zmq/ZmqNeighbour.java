package dev.sluice.outside.zmq;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Where push-zmq publishes. */
@Singleton
class ZmqNeighbour implements Neighbour {
    private final ZmqPublisher publisher;
    private final ZmqConfig config;

    @Inject
    ZmqNeighbour(ZmqPublisher publisher, ZmqConfig config) {
        this.publisher = publisher;
        this.config = config;
    }

    @Override
    public String name() {
        return "ZMQ";
    }

    @Override
    public Uni<Condition> look() {
        Condition condition = publisher
                .boundTo()
                .map(it -> Condition.up("Publishes at " + it + "."))
                .orElseGet(() -> publisher.isFailing()
                        ? Condition.down("The address " + config.address()
                                + " cannot be bound. Is it taken, or not of this machine? See SLUICE_ZMQ_ADDRESS.")
                        : Condition.off("Binds " + config.address() + " with the first message."));
        return Uni.createFrom().item(condition);
    }
}
