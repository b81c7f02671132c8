package dev.sluice.outside;

import dev.sluice.outside.secret.Vaults;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The client with limits a test can reach. */
final class HttpClients {
    static final int MAX_ANSWER = 1000;

    private HttpClients() {}

    static RecordingOutbound patientFor(Duration timeout, Vertx vertx) {
        return guarded(timeout, vertx, List.of("127.0.0.0/8"), 0, AddressGuard.SYSTEM);
    }

    static RecordingOutbound guarded(
            Duration timeout, Vertx vertx, List<String> allowed, int redirects, AddressGuard.Resolver resolver) {
        return new RecordingOutbound(
                new HttpOutbound(vertx, Hosts.unguarded(), config(timeout, allowed, redirects), resolver),
                Vaults.empty());
    }

    /** One that knows secrets, by the names of their variables, and follows a redirect. */
    static RecordingOutbound confided(Map<String, String> secrets, Vertx vertx) {
        return new RecordingOutbound(
                new HttpOutbound(
                        vertx,
                        Hosts.unguarded(),
                        config(Duration.ofSeconds(20), List.of("127.0.0.0/8"), 1),
                        AddressGuard.SYSTEM),
                Vaults.of(secrets));
    }

    static HttpOutbound outbound(Duration timeout, Vertx vertx, Hosts hosts) {
        return new HttpOutbound(vertx, hosts, config(timeout, List.of("127.0.0.0/8"), 0));
    }

    private static OutboundConfig config(Duration timeout, List<String> allowed, int redirects) {
        return new OutboundConfig() {
            @Override
            public Optional<List<String>> allow() {
                return Optional.of(allowed);
            }

            @Override
            public int redirects() {
                return redirects;
            }

            @Override
            public boolean arbitraryUrls() {
                return true;
            }

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
    }
}
