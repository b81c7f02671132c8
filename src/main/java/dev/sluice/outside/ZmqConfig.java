package dev.sluice.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where messages are published. */
@ConfigMapping(prefix = "sluice.zmq")
interface ZmqConfig {
    /** What the PUB socket binds to; {@code tcp://127.0.0.1:*} takes a free port. */
    @WithDefault("tcp://127.0.0.1:50000")
    String address();

    /** How many messages may wait for the socket before publishing fails. */
    @WithDefault("10000")
    int waiting();
}
