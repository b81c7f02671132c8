package dev.sluice.http.service;

import dev.sluice.http.ServiceConfig;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks misp-modules in the background what they have, and keeps what they said while they cannot be reached. */
@Singleton
final class UpstreamClient implements Upstream {
    private static final Logger LOG = Logger.getLogger(UpstreamClient.class);
    private static final Duration LISTING = Duration.ofSeconds(5);

    private final Optional<String> url;
    private final ServiceConfig config;
    private final HttpClient client;
    private volatile List<Object> modules = List.of();
    private volatile boolean failing;

    UpstreamClient(
            Vertx vertx,
            ServiceConfig config,
            @ConfigProperty(name = "sluice.modules.action.url") Optional<String> url) {
        this.config = config;
        this.url = url.map(String::strip).filter(it -> !it.isEmpty()).map(it -> it.replaceFirst("/+$", ""));
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(3_000));
    }

    void start(@Observes StartupEvent event) {
        refresh().subscribe().with(done -> {});
    }

    @Scheduled(
            every = "${sluice.service.refresh:60s}",
            delayed = "${sluice.service.refresh:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        if (url.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return call(HttpMethod.GET, "/modules", Buffer.buffer(), LISTING)
                .onItem()
                .transform(UpstreamClient::listed)
                .onItem()
                .invoke(this::keep)
                .onFailure()
                .invoke(this::complain)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public List<Object> modules() {
        return modules;
    }

    @Override
    public boolean isThere() {
        return url.isPresent();
    }

    @Override
    public Uni<Answer> query(byte[] body) {
        return call(HttpMethod.POST, "/query", Buffer.buffer(body), config.timeout());
    }

    private static List<Object> listed(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("its /modules answered with status " + answer.status());
        }
        if (!(Json.parse(answer.body()) instanceof List<?> entries)) {
            throw new PayloadException("its /modules answered no list");
        }
        return entries.stream()
                .filter(it -> it instanceof Map<?, ?> entry && entry.get("name") instanceof String)
                .map(Object.class::cast)
                .toList();
    }

    private void keep(List<Object> listed) {
        if (failing) {
            LOG.infof("misp-modules at %s can be reached again.", url.orElseThrow());
        }
        failing = false;
        modules = listed;
    }

    private void complain(Throwable cause) {
        if (!failing) {
            LOG.warnf(
                    "misp-modules cannot be listed: %s. Check SLUICE_MODULES_ACTION_URL (%s); until then MISP sees what"
                            + " they had before.",
                    cause.getMessage(), url.orElseThrow());
        }
        failing = true;
    }

    private Uni<Answer> call(HttpMethod method, String path, Buffer body, Duration patience) {
        return Uni.createFrom()
                .<Answer>emitter(answered -> {
                    RequestOptions options = new RequestOptions()
                            .setMethod(method)
                            .setAbsoluteURI(url.orElseThrow() + path)
                            .putHeader("Accept", "application/json")
                            .putHeader("Content-Type", "application/json")
                            .setTimeout(patience.toMillis());
                    Reading reading = new Reading(config.maxAnswer().asLongValue());
                    answered.onTermination(reading::end);
                    client.request(options)
                            .compose(request -> reading.send(request, body))
                            .onSuccess(answered::complete)
                            .onFailure(answered::fail);
                })
                .ifNoItem()
                .after(patience)
                .failWith(() -> new IllegalStateException("no answer within " + patience.toMillis() + " ms"));
    }

    /** One exchange, which does not outlast its end. */
    private static final class Reading {
        private final long most;
        private final Buffer read = Buffer.buffer();
        private volatile HttpClientRequest request;
        private volatile boolean whole;

        Reading(long most) {
            this.most = most;
        }

        io.vertx.core.Future<Answer> send(HttpClientRequest opened, Buffer body) {
            request = opened;
            return opened.send(body).compose(this::read);
        }

        private io.vertx.core.Future<Answer> read(HttpClientResponse response) {
            io.vertx.core.Promise<Answer> answer = io.vertx.core.Promise.promise();
            response.exceptionHandler(answer::tryFail);
            response.handler(part -> {
                if (read.length() + (long) part.length() > most) {
                    answer.tryFail("an answer larger than " + most + " bytes, the limit of SLUICE_SERVICE_MAX_ANSWER");
                    response.pause();
                } else {
                    read.appendBuffer(part);
                }
            });
            response.endHandler(end -> {
                whole = true;
                answer.tryComplete(
                        new Answer(response.statusCode(), response.getHeader("Content-Type"), read.getBytes()));
            });
            return answer.future();
        }

        void end() {
            HttpClientRequest opened = request;
            if (opened != null && !whole) {
                opened.connection().close();
            }
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
