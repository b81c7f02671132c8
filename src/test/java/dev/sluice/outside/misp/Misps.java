package dev.sluice.outside.misp;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Lookup;
import dev.sluice.module.Misp;
import dev.sluice.outside.Hosts;
import dev.sluice.payload.Fields;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The real client, connected to a fake MISP. */
public final class Misps {
    private Misps() {}

    /** The port, with the settings given beside address and key. */
    public static Misp port(FakeMisp fake, Vertx vertx, String... settings) {
        MispConnection connection = new MispConnection(vertx, Hosts.unguarded(), config(fake, settings));
        MispReader reader = new MispReader(connection);
        Writing write = new Writing(connection, new OwnWrites(Clock.systemUTC()));
        return new MispClient(
                connection,
                reader,
                new MispRows(connection),
                new TagEdits(reader, write),
                new EventEdits(write),
                new ListEdits(reader, write));
    }

    /** What pickers look up. */
    static Lookup lookup(FakeMisp fake, Vertx vertx, Clock clock, String... settings) {
        MispConfig config = config(fake, settings);
        MispConnection connection = new MispConnection(vertx, Hosts.unguarded(), config);
        return new MispChoices(connection, new MispReader(connection), config, clock);
    }

    /** Whether it is there, as told under {@code /q/health/well}. */
    static MispHealth health(FakeMisp fake, Vertx vertx, String... settings) {
        return new MispHealth(new MispConnection(vertx, Hosts.unguarded(), config(fake, settings)));
    }

    static MispConfig config(FakeMisp fake, String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(MispConfig.class)
                .withDefaultValue("quarkus.application.version", "test")
                .withDefaultValue("sluice.misp.url", fake == null ? "" : fake.url())
                .withDefaultValue("sluice.misp.key", fake == null ? "" : FakeMisp.KEY);
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue("sluice.misp." + settings[i], settings[i + 1]);
        }
        return builder.build().getConfigMapping(MispConfig.class);
    }

    /** A MISP with what the recorded actions found in theirs; changes get the time stamp {@code <now>}. */
    public static FakeMisp seeded() {
        FakeMisp misp = new FakeMisp(() -> "<now>");
        seed(misp);
        return misp;
    }

    /** Puts it back to that state. */
    static void seed(FakeMisp misp) {
        misp.clear();
        Map<String, Object> datasets =
                Recorded.map(Conformance.file("action-modules").get("datasets"));
        for (int i = 1; i <= 4; i++) {
            misp.has(Recorded.map(datasets.get("db_event_" + i)));
        }
        List.of(
                        "tlp:red",
                        "tlp:amber",
                        "tlp:amber+strict",
                        "tlp:green",
                        "tlp:clear",
                        "tlp:white",
                        "PAP:AMBER",
                        "PAP:GREEN")
                .forEach(misp::knowsTag);
        List.of("PAP:RED", "syn:local-only", "type:OSINT", "TLP: AMBER", "PAP--green", "Traffic Light Protocol:red")
                .forEach(misp::knowsTag);
        misp.hasGalaxy(
                "1",
                "Country",
                Map.of(
                        "luxembourg", "misp-galaxy:country=\"luxembourg\"",
                        "belgium", "misp-galaxy:country=\"belgium\""));
        misp.hasWarningList(
                list("1", "Synthetic public resolvers", "false_positive", true, "ip-src, ip-dst"),
                List.of("198.51.100.0/24", "8.8.8.8"));
        misp.hasWarningList(list("2", "Synthetic custom list", "known", false, "domain"), List.of("known.example"));
        misp.hasWarningList(
                list("3", "Synthetic hostnames", "false_positive", true, "hostname"), List.of("other.example"));
        misp.lists("Organisation", Fields.of("id", "1", "name", "ORACLE-HOST"));
        misp.lists("Organisation", Fields.of("id", "2", "name", "SYN-PARTNER"));
        misp.lists("SharingGroup", Fields.of("id", "1", "name", "SG-One"));
        misp.lists("SharingGroup", Fields.of("id", "2", "name", "SG-Two"));
        misp.lists("DecayingModel", Fields.of("id", "1", "name", "Synthetic simple", "enabled", true));
        misp.lists("Role", Fields.of("id", "1", "name", "admin", "perm_site_admin", true, "perm_admin", true));
        misp.lists("Role", Fields.of("id", "2", "name", "Org Admin", "perm_site_admin", false, "perm_admin", true));
        misp.lists("Role", Fields.of("id", "3", "name", "User", "perm_site_admin", false, "perm_admin", false));
        misp.lists("User", user("1", "admin@oracle.test", "1", false));
        misp.lists("User", user("2", "orgadmin@oracle.test", "2", false));
        misp.lists("User", user("3", "gone@oracle.test", "3", true));
    }

    private static Fields list(String id, String name, String category, boolean standard, String types) {
        return Fields.of(
                "id", id,
                "name", name,
                "type", "string",
                "version", "1",
                "description", "synthetic",
                "category", category,
                "default", standard,
                "enabled", true,
                "valid_attributes", types);
    }

    private static Fields user(String id, String email, String role, boolean disabled) {
        return Fields.of("id", id, "email", email, "org_id", "1", "role_id", role, "disabled", disabled);
    }
}
