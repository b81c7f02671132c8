package dev.sluice.outside.modules;

import dev.sluice.fake.FakeMispModules;
import dev.sluice.module.Enrichment;
import dev.sluice.module.Modules;
import dev.sluice.outside.Hosts;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** The real client, connected to a fake misp-modules. */
public final class Services implements AutoCloseable {
    private final MispModules client;

    /** Connects, and waits until the modules are known. */
    public Services(FakeMispModules service, Vertx vertx) {
        client = new MispModules(
                vertx,
                Hosts.unguarded(),
                Settings.of(Map.of(
                        "sluice.modules.enrichment.url",
                        service.url(),
                        "sluice.modules.memory",
                        "target/misp-modules-" + System.nanoTime(),
                        "sluice.modules.enrichment.config.oracle_expand.apikey",
                        "synthetic-key")),
                new Modules(List.of()));
        client.start(null);
    }

    /** The port. */
    public Enrichment enrichment() {
        return client;
    }

    @Override
    public void close() {
        client.stop();
    }
}
