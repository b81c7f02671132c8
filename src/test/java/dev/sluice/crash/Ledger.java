package dev.sluice.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.payload.Json;
import dev.sluice.program.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The outside world: writes down under which key each effect came, and how often. */
final class Ledger implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, Integer> effects = new HashMap<>();
    private final Map<String, Set<String>> keys = new HashMap<>();
    private volatile int status = 200;
    private volatile long delayMillis;

    Ledger() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.createContext("/", this::enter);
        server.setExecutor(threads);
        server.start();
    }

    private void enter(HttpExchange call) throws IOException {
        try (call) {
            Map<?, ?> body = (Map<?, ?>) Json.parse(call.getRequestBody().readAllBytes());
            String what = call.getRequestURI().getPath() + " " + body.get("n");
            String key = call.getRequestHeaders().getFirst("Idempotency-Key");
            synchronized (this) {
                effects.merge(String.valueOf(key), 1, Integer::sum);
                keys.computeIfAbsent(what, it -> new HashSet<>()).add(String.valueOf(key));
            }
            if (delayMillis > 0) {
                Program.pause(delayMillis);
            }
            call.sendResponseHeaders(status, -1);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** How it answers from now on. */
    void answers(int status, long delayMillis) {
        this.status = status;
        this.delayMillis = delayMillis;
    }

    /** How many effects there were under each key. */
    synchronized Map<String, Integer> effects() {
        return Map.copyOf(effects);
    }

    /** The keys under which the call of that number came to that path. */
    synchronized Set<String> keys(String path, long number) {
        return Set.copyOf(keys.getOrDefault(path + " " + number, Set.of()));
    }

    synchronized int size() {
        return effects.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
