package dev.sluice.outside;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.time.Duration;

/** The client with limits a test can reach. */
final class HttpClients {
    static final int MAX_ANSWER = 1000;

    private HttpClients() {}

    static RecordingOutbound patientFor(Duration timeout, Vertx vertx) {
        return new RecordingOutbound(outbound(timeout, vertx, Hosts.unguarded()));
    }

    static HttpOutbound outbound(Duration timeout, Vertx vertx, Hosts hosts) {
        OutboundConfig config = new OutboundConfig() {
            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public MemorySize maxAnswer() {
                return new MemorySize(BigInteger.valueOf(MAX_ANSWER));
            }

            @Override
            public int connectionsPerHost() {
                return 1;
            }

            @Override
            public String userAgent() {
                return "Sluice/1.2";
            }
        };
        return new HttpOutbound(vertx, config, hosts);
    }
}
