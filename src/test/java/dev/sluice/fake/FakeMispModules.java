package dev.sluice.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A misp-modules service: lists what it is given, answers as it is told, and keeps what it was asked. */
public final class FakeMispModules implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, Object>> questions = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile HttpServer server;
    private volatile Object modules = List.of();
    private volatile Function<Map<String, Object>, Object> answers = question -> Fields.of("data", true);
    private volatile int status = 200;

    /** One that listens on a free port of loopback. */
    public FakeMispModules() {
        server = open(0);
        port = server.getAddress().getPort();
    }

    /** Its address, as the settings want it. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What {@code GET /modules} answers. */
    public FakeMispModules lists(Object modules) {
        this.modules = modules;
        return this;
    }

    /** What {@code POST /query} answers: a value, or bytes that go out as they are. */
    public FakeMispModules answers(Function<Map<String, Object>, Object> answers) {
        this.answers = answers;
        return this;
    }

    /** The HTTP status of its answers to questions. */
    public FakeMispModules status(int status) {
        this.status = status;
        return this;
    }

    /** Every body of {@code POST /query} so far. */
    public List<Map<String, Object>> questions() {
        return questions;
    }

    /** Listens no more. */
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Listens again where it did. */
    public void startAgain() {
        server = open(port);
    }

    private HttpServer open(int where) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), where), 0);
            opened.setExecutor(threads);
            opened.createContext("/modules", call -> answer(call, 200, modules));
            opened.createContext("/query", this::query);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private void query(HttpExchange call) throws IOException {
        Map<String, Object> question =
                (Map<String, Object>) Json.parse(call.getRequestBody().readAllBytes());
        questions.add(question);
        answer(call, status, answers.apply(question));
    }

    private static void answer(HttpExchange call, int status, Object value) throws IOException {
        byte[] body = value instanceof byte[] raw ? raw : Json.writeBytes(value);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
