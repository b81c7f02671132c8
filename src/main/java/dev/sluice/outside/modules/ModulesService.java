package dev.sluice.outside.modules;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Visit;
import dev.sluice.outside.OutsideException;
import dev.sluice.outside.PrivateFolder;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A misp-modules service: what it offers, asked in the background, and its answers. While it is known not to answer,
 * what is asked of it fails at once.
 */
final class ModulesService {
    private static final Logger LOG = Logger.getLogger(ModulesService.class);

    private final String kind;
    private final ServiceClient client;
    private final Vertx vertx;
    private final ModulesConfig config;
    private final Consumer<List<Entry>> found;
    private volatile List<Object> listed = List.of();
    private volatile List<Entry> entries = List.of();
    private volatile String trouble = "";
    private volatile boolean ended;
    private final Path memory;
    private byte[] remembered = {};
    private long timer;
    private boolean asking;

    /** {@code found} is told on a worker thread what the service offers, each time it answers. */
    ModulesService(String kind, ServiceClient client, Vertx vertx, ModulesConfig config, Consumer<List<Entry>> found) {
        this.kind = kind;
        this.client = client;
        this.vertx = vertx;
        this.config = config;
        this.found = found;
        memory = config.memory().resolve(kind + "-service.json");
    }

    /** What it offered when it answered last. */
    List<Entry> entries() {
        return entries;
    }

    /** The same as it came. */
    List<Object> listed() {
        return listed;
    }

    /** Why it does not answer, or "". */
    String trouble() {
        return trouble;
    }

    /** Asks for the modules now and from then on; waits for the first answer as long as one may take. */
    void begin() {
        try {
            ask().await().atMost(config.discoveryTimeout().plusSeconds(1));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The %s service did not answer at the start", kind);
        }
        if (!trouble.isEmpty()) {
            recall();
        }
    }

    /** A service that is down at the start offers what it did when it answered last. */
    private void recall() {
        try {
            if (Files.exists(memory)) {
                take(Entry.list(Json.parse(Files.readAllBytes(memory))));
                found.accept(entries);
            }
        } catch (IOException | PayloadException e) {
            LOG.warnf("What the %s service offered cannot be read from %s: %s", kind, memory, e.getMessage());
        }
    }

    private void take(List<?> list) {
        entries = Entry.of(list);
        listed = list.stream()
                .filter(it -> Entry.map(it).get("name") instanceof String)
                .map(Object.class::cast)
                .toList();
    }

    private void remember(List<?> offered) {
        byte[] now = Json.writeBytes(offered);
        if (Arrays.equals(now, remembered)) {
            return;
        }
        try {
            PrivateFolder.make(memory.getParent());
            Files.write(memory, now);
            remembered = now;
        } catch (IOException e) {
            LOG.warnf("What the %s service offers cannot be written to %s: %s", kind, memory, e.getMessage());
        }
    }

    void end() {
        ended = true;
        vertx.cancelTimer(timer);
        client.close();
    }

    /**
     * Asks a module, and tells it how long it may take.
     *
     * @return what it answers, or a failure with a sentence why there is nothing
     */
    Uni<Object> query(Visit by, Map<String, Object> question) {
        if (!trouble.isEmpty()) {
            return Uni.createFrom().failure(new OutsideException(trouble));
        }
        Fields whole = Fields.copyOf(question);
        whole.put("timeout", Math.max(1, client.patience().toSeconds()));
        return client.query(Json.writeBytes(whole), by.occasion().depth() + 1)
                .onFailure(ModulesService::isUnreachable)
                .invoke(e -> {
                    failed(e);
                    again(Duration.ofMillis(1));
                });
    }

    /** Passes a question on, whether or not it answered before: who asks waits no longer than it may take. */
    Uni<Answer> pass(byte[] question) {
        return client.pass(question);
    }

    /** Asks for the modules; completes when what was found is known everywhere. */
    Uni<Void> ask() {
        synchronized (this) {
            if (asking || ended) {
                return Uni.createFrom().voidItem();
            }
            asking = true;
        }
        return client.modules()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .invoke(this::succeeded)
                .onFailure()
                .invoke(this::failed)
                .onTermination()
                .invoke(() -> {
                    synchronized (this) {
                        asking = false;
                    }
                    again(trouble.isEmpty() ? config.refresh() : config.retry());
                })
                .replaceWithVoid();
    }

    private void succeeded(Object answer) {
        if (!(answer instanceof List<?> list)) {
            throw new OutsideException("GET /modules gives no list. Check sluice.modules." + kind + ".url.");
        }
        take(list);
        if (!trouble.isEmpty()) {
            LOG.infof("misp-modules at %s answers again", client.shown());
        }
        trouble = "";
        remember(list);
        found.accept(entries);
    }

    private static boolean isUnreachable(Throwable why) {
        return why instanceof OutsideException outside && outside.isPassing();
    }

    private void failed(Throwable why) {
        String said = "misp-modules at " + client.shown() + " does not answer as it should. " + why.getMessage();
        if (trouble.isEmpty() && !ended) {
            LOG.warnf(
                    "%s Its modules fail until it answers; it is tried every %d s.",
                    said, config.retry().toSeconds());
        }
        trouble = said;
    }

    private synchronized void again(Duration pause) {
        vertx.cancelTimer(timer);
        if (!ended) {
            timer = vertx.setTimer(
                    Math.max(1, pause.toMillis()), it -> ask().subscribe().with(done -> {}, e -> {}));
        }
    }
}
