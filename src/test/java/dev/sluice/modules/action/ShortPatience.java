package dev.sluice.modules.action;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The whole program with limits that a test can wait for, publishing where a subscriber finds it. */
public final class ShortPatience implements QuarkusTestProfile {
    static final int MAX_ANSWER = 64 * 1024;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "sluice.outbound.timeout",
                "3s",
                "sluice.outbound.max-answer",
                String.valueOf(MAX_ANSWER),
                "sluice.zmq.address",
                "tcp://127.0.0.1:" + freePort());
    }

    /** A port nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
