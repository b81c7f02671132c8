package dev.sluice.bench;

import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.Run;
import dev.sluice.payload.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * event-publish → tag-if (inherited tags of every attribute) → stop-execution, normalisation included, of a payload that
 * is parsed already; and the parsing beside it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx400m", "-XX:+UseSerialGC"})
public class EngineBenchmark {
    @Param({"10", "1000", "100000"})
    int attributes;

    private final Plan plan = Events.plan();
    private final Engine engine = Events.engine();
    private byte[] body;
    private Map<String, Object> payload;

    @Setup
    public void prepare() {
        body = Events.event(attributes).getBytes(StandardCharsets.UTF_8);
    }

    /** A run changes its payload, and a normalised one is normalised again: as much work as the first time. */
    @Setup(Level.Iteration)
    @SuppressWarnings("unchecked")
    public void parsed() {
        payload = null;
        payload = (Map<String, Object>) Json.parse(body);
    }

    @Benchmark
    public Run run() {
        Call call = new Call("id", payload, false, 0, Duration.ofSeconds(10), false);
        return engine.run(plan, call).await().indefinitely();
    }

    @Benchmark
    public Object parse() {
        return Json.parse(body);
    }

    /** For those who have no JMH at hand: {@code java -cp … dev.sluice.bench.EngineBenchmark}. */
    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
