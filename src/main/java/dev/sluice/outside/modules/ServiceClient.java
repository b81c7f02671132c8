package dev.sluice.outside.modules;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.outside.Hosts;
import dev.sluice.outside.HttpCalls;
import dev.sluice.outside.Limits;
import dev.sluice.outside.OutsideException;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Speaks to one misp-modules service: JSON there and back. */
final class ServiceClient implements AutoCloseable {
    private static final Map<String, String> JSON = Map.of("Accept", "*/*", "Content-Type", "application/json");
    private static final String AGENT = "Sluice";

    private final HttpCalls discovery;
    private final HttpCalls questions;
    private final Duration patience;

    /**
     * A client of the service at {@code url}.
     *
     * @param patience how long an answer may take, by the setting of that name
     * @throws OutsideException where the address is none
     */
    ServiceClient(
            Vertx vertx, Hosts hosts, String url, ModulesConfig config, Duration patience, String patienceSetting) {
        this.patience = patience;
        discovery = calls(vertx, hosts, url, config, config.discoveryTimeout(), "sluice.modules.discovery-timeout", 1);
        questions = calls(vertx, hosts, url, config, patience, patienceSetting, config.connections());
    }

    private static HttpCalls calls(
            Vertx vertx,
            Hosts hosts,
            String url,
            ModulesConfig config,
            Duration patience,
            String setting,
            int connections) {
        Limits limits = new Limits(
                patience, patience, config.maxAnswer().asLongValue(), setting, setting, "sluice.modules.max-answer");
        return new HttpCalls(vertx, hosts, url, limits, connections, true, "", AGENT);
    }

    /** Its address, for messages. */
    String shown() {
        return questions.shown();
    }

    /** How long an answer may take. */
    Duration patience() {
        return patience;
    }

    /** What it offers. */
    Uni<Object> modules() {
        return discovery.send("GET", "/modules", JSON, null, 0, ServiceClient::read);
    }

    /** What it answers to a question in JSON. */
    Uni<Object> query(byte[] question, int depth) {
        return questions.send("POST", "/query", JSON, question, depth, ServiceClient::read);
    }

    /** What it answers to a question in JSON, as it comes; the question is that of a first run. */
    Uni<Answer> pass(byte[] question) {
        return questions.send("POST", "/query", JSON, question, 1, Function.identity());
    }

    private static Object read(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new OutsideException(
                    "misp-modules answered with HTTP status " + answer.status() + "; its log says why.");
        }
        try {
            return Json.parse(answer.body());
        } catch (PayloadException e) {
            throw new OutsideException("What misp-modules answered is no JSON: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        discovery.close();
        questions.close();
    }
}
