package dev.sluice.outside.zmq;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where messages are published by ZMQ. */
@ConfigMapping(prefix = "sluice.zmq")
interface ZmqConfig {
    /** The address subscribers connect to, {@code SLUICE_ZMQ_ADDRESS}; bound at the first message. MISP's own default. */
    @WithDefault("tcp://127.0.0.1:50000")
    String address();

    /** How many messages may wait for the socket; more are refused. */
    @WithDefault("10000")
    int waiting();

    /** How large the messages that wait may be together; a larger one is taken only while no other waits. */
    @WithDefault("64M")
    MemorySize waitingBytes();
}
