package dev.sluice.outside.modules;

import dev.sluice.module.Choices;
import dev.sluice.module.Enrichment;
import dev.sluice.module.Lookup;
import dev.sluice.module.Modules;
import dev.sluice.module.Option;
import dev.sluice.module.Origin;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Visit;
import dev.sluice.outside.CannotStartException;
import dev.sluice.outside.Hosts;
import dev.sluice.outside.OutsideException;
import dev.sluice.payload.Fields;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two misp-modules services: one offers actions, the other enriches. Both may be the same server. */
@Singleton
class MispModules implements Enrichment, Lookup, PythonModule.Host, ActionService {
    /** What Enrichment modules are told that have no setting, as MISP does it. */
    private static final Map<String, String> NO_CONFIG = Map.of("_", "_");

    private final ModulesConfig config;
    private final Modules modules;
    private final Optional<ModulesService> action;
    private final Optional<ModulesService> enrichment;
    private List<PythonModule> offered = List.of();

    @Inject
    MispModules(Vertx vertx, Hosts hosts, ModulesConfig config, Modules modules) {
        this.config = config;
        this.modules = modules;
        action = service(
                vertx,
                hosts,
                config,
                "action",
                config.action().url(),
                config.action().timeout(),
                "sluice.modules.action.timeout",
                this::offer);
        enrichment = service(
                vertx,
                hosts,
                config,
                "enrichment",
                config.enrichment().url(),
                config.enrichment().hoverTimeout(),
                "sluice.modules.enrichment.hover-timeout",
                entries -> {});
    }

    void start(@Observes StartupEvent event) {
        action.ifPresent(ModulesService::begin);
        enrichment.ifPresent(ModulesService::begin);
    }

    @PreDestroy
    void stop() {
        action.ifPresent(ModulesService::end);
        enrichment.ifPresent(ModulesService::end);
    }

    private static Optional<ModulesService> service(
            Vertx vertx,
            Hosts hosts,
            ModulesConfig config,
            String kind,
            Optional<String> url,
            Duration patience,
            String setting,
            Consumer<List<Entry>> found) {
        return url.map(String::strip).filter(it -> !it.isEmpty()).map(it -> {
            try {
                return new ModulesService(
                        kind, new ServiceClient(vertx, hosts, it, config, patience, setting), vertx, config, found);
            } catch (OutsideException e) {
                throw new CannotStartException("sluice.modules." + kind + ".url (SLUICE_MODULES_"
                        + kind.toUpperCase(Locale.ROOT) + "_URL) will not do: " + e.getMessage());
            }
        });
    }

    /** Puts the Action modules into the catalogue; one that is as it was stays the same one. */
    private synchronized void offer(List<Entry> entries) {
        Map<Entry, PythonModule> known =
                offered.stream().collect(Collectors.toMap(PythonModule::entry, Function.identity(), (a, b) -> a));
        offered = entries.stream()
                .filter(it -> it.isOf("action"))
                .map(it -> known.getOrDefault(
                        it,
                        new PythonModule(it, Origin.MISP_MODULES, this, Replacement.remarks(modules, it.moduleId()))))
                .toList();
        modules.offer(Origin.MISP_MODULES, "action service", offered);
    }

    @Override
    public List<Object> listed() {
        return action.map(ModulesService::listed).orElse(List.of());
    }

    @Override
    public boolean isThere() {
        return action.isPresent();
    }

    @Override
    public Uni<Answer> pass(byte[] question) {
        return action.orElseThrow().pass(question);
    }

    @Override
    public Uni<Object> ask(Visit by, Map<String, Object> question) {
        return action.orElseThrow().query(by, question);
    }

    @Override
    public List<String> troubles() {
        return action.map(ModulesService::trouble).filter(it -> !it.isEmpty()).stream()
                .toList();
    }

    /** Why the Action service does not answer, "" where it does; empty where none is set. */
    Optional<String> actionTrouble() {
        return action.map(ModulesService::trouble);
    }

    /** The same of the Enrichment service. */
    Optional<String> enrichmentTrouble() {
        return enrichment.map(ModulesService::trouble);
    }

    @Override
    public List<String> diagnostics() {
        return enrichment.isEmpty()
                ? List.of(NOT_CONFIGURED)
                : enrichment.map(ModulesService::trouble).filter(it -> !it.isEmpty()).stream()
                        .toList();
    }

    @Override
    public Optional<Enricher> find(String name) {
        return enrichers().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    @Override
    public int concurrency() {
        return Math.max(1, config.enrichment().concurrency());
    }

    private List<Enricher> enrichers() {
        return enrichment.map(ModulesService::entries).orElse(List.of()).stream()
                .filter(it -> it.isOf("expansion") || it.isOf("hover"))
                .map(it -> new Enricher(
                        it.name(),
                        Entry.list(it.attributes().get("input")).stream()
                                .map(String::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        "misp_standard".equals(it.attributes().get("format"))))
                .toList();
    }

    @Override
    public Uni<Object> enrich(Visit by, String module, Map<String, Object> question) {
        if (enrichment.isEmpty()) {
            return Uni.createFrom().failure(new OutsideException(NOT_CONFIGURED));
        }
        Map<String, String> own = config.enrichment().config().getOrDefault(module, Map.of());
        Fields whole = Fields.copyOf(question);
        whole.put("config", Fields.copyOf(own.isEmpty() ? NO_CONFIG : own));
        whole.put("module", module);
        if (by.effects().areRecorded()) {
            by.effects().record("enrichment.query", "module", module, "question", question);
            return Uni.createFrom().item(new Fields());
        }
        return enrichment.get().query(by, whole);
    }

    @Override
    public boolean offers(Choices choices) {
        return choices == Choices.ENRICHMENT_MODULES;
    }

    @Override
    public Uni<Found> find(Choices choices, String text, long skipped, int size) {
        List<String> troubles = diagnostics();
        if (!troubles.isEmpty() && enrichers().isEmpty()) {
            return Uni.createFrom().failure(new OutsideException(troubles.get(0)));
        }
        String sought = text.toLowerCase(Locale.ROOT);
        List<Option> fitting = enrichers().stream()
                .map(Enricher::name)
                .sorted()
                .map(it -> new Option(it, it))
                .filter(it -> it.holds(sought))
                .toList();
        return Uni.createFrom().item(Found.part(fitting, skipped, size));
    }
}
