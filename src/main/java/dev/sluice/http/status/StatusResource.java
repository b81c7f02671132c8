package dev.sluice.http.status;

import dev.sluice.http.Roles;
import dev.sluice.module.Neighbour;
import dev.sluice.module.Neighbour.Condition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How everything is, on one page. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status", description = "How Sluice and what it talks to are")
public class StatusResource {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RECENT = Duration.ofSeconds(3);

    private final List<Neighbour> neighbours;
    private final SettingsInForce settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String version;
    private final Uni<StatusView> recent;

    StatusResource(
            @All List<Neighbour> neighbours,
            SettingsInForce settings,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.neighbours = neighbours;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.version = version;
        recent = Uni.createFrom().deferred(this::look).memoize().atLeast(RECENT);
    }

    /** How everything is. */
    @RegisterForReflection
    @Schema(name = "Status")
    record StatusView(
            Instant at,
            List<PartView> parts,
            Map<String, String> versions,
            List<FigureView> figures,
            List<SettingView> settings) {}

    /** Something that Sluice stands on or talks to. */
    @RegisterForReflection
    @Schema(name = "StatusPart")
    record PartView(
            String name,
            @Schema(description = "up, down, or off: not set up") String state,
            @Schema(description = "where it is, or what is wrong and what to do") String detail) {}

    /** A figure of the metrics. */
    @RegisterForReflection
    @Schema(name = "StatusFigure")
    record FigureView(String name, String value) {}

    /** A setting in force; what may be secret is masked. */
    @RegisterForReflection
    @Schema(name = "StatusSetting")
    record SettingView(String name, String value, String source) {}

    @GET
    @Operation(
            summary = "See how Sluice and what it talks to are",
            description =
                    "Looks at each part, which takes a few seconds where one does not answer. Who asks again within"
                            + " three seconds is told the same.")
    public Uni<StatusView> get() {
        return recent;
    }

    private Uni<StatusView> look() {
        List<Uni<PartView>> looked = neighbours.stream()
                .sorted(Comparator.comparing(Neighbour::name))
                .map(it -> bounded(it, PATIENCE).onItem().transform(condition -> part(it, condition)))
                .toList();
        return Uni.join().all(looked).andCollectFailures().onItem().transform(this::view);
    }

    /** How it is, or that it does not say so in time: one that hangs does not hide the others. */
    static Uni<Condition> bounded(Neighbour neighbour, Duration patience) {
        return neighbour
                .look()
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> Condition.down(
                        "It did not answer in time. Look whether it is overloaded, or the network slow."));
    }

    private StatusView view(List<PartView> parts) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Sluice", version);
        versions.put("Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        versions.put(
                "Quarkus",
                Objects.requireNonNullElse(Quarkus.class.getPackage().getImplementationVersion(), "not told"));
        versions.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        List<SettingView> inForce = settings.list().stream()
                .map(it -> new SettingView(it.name(), it.value(), it.source()))
                .toList();
        return new StatusView(clock.instant(), parts, versions, figures(), inForce);
    }

    private static PartView part(Neighbour neighbour, Condition condition) {
        return new PartView(neighbour.name(), condition.state().name().toLowerCase(Locale.ROOT), condition.detail());
    }

    /** The figures of our own that stand for themselves. */
    private List<FigureView> figures() {
        return meters.getMeters().stream()
                .filter(it -> it.getId().getName().startsWith("sluice."))
                .filter(it ->
                        it.getId().getType() == Meter.Type.GAUGE || it.getId().getType() == Meter.Type.COUNTER)
                .map(it -> new FigureView(named(it.getId()), value(it)))
                .sorted(Comparator.comparing(FigureView::name))
                .toList();
    }

    private static String named(Meter.Id id) {
        StringBuilder name =
                new StringBuilder(id.getName().substring("sluice.".length()).replace('.', ' '));
        id.getTags().forEach(it -> name.append(", ").append(it.getValue()));
        return name.toString();
    }

    private static String value(Meter meter) {
        double value = meter instanceof Gauge gauge
                ? gauge.value()
                : StreamSupport.stream(meter.measure().spliterator(), false)
                        .mapToDouble(it -> it.getValue())
                        .findFirst()
                        .orElse(0);
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3f", value);
    }
}
