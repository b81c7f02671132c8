package dev.sluice.crash;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.program.Program;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Fires a trigger from some threads, numbered calls one after another, and writes down which were accepted. */
final class Callers implements AutoCloseable {
    private static final int CALLERS = 16;

    private final Map<Long, String> accepted;
    private final AtomicLong numbers;
    private final Program program;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean leaving;

    /** @param accepted the run id by the number of the call; added to */
    Callers(Program program, AtomicLong numbers, Map<Long, String> accepted) {
        this.program = program;
        this.numbers = numbers;
        this.accepted = accepted;
        for (int i = 0; i < CALLERS; i++) {
            Thread thread = new Thread(this::call, "caller");
            threads.add(thread);
            thread.start();
        }
    }

    static Map<Long, String> noneYet() {
        return new ConcurrentHashMap<>();
    }

    private void call() {
        while (!leaving) {
            long number = numbers.incrementAndGet();
            try {
                HttpResponse<String> answer = program.post(
                        "/api/v1/triggers/crash-test/runs", Fields.of("n", number, "text", "x".repeat(1_500)));
                if (answer.statusCode() == 202) {
                    accepted.put(number, (String) ((Map<?, ?>) Json.parse(answer.body())).get("runId"));
                } else {
                    Program.pause(20);
                }
            } catch (UncheckedIOException e) {
                Program.pause(20);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        leaving = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
