package dev.sluice.store.debug;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Settings of debug mode as a test wants them. */
record Settings(Optional<String> url, Form form, int waiting, long mostWaitingBytes, int kept, long mostKeptBytes)
        implements DebugConfig {
    private static final long MUCH = 10_000_000;

    static Settings server(String url) {
        return new Settings(Optional.of(url), Form.CURRENT, 1_000, MUCH, 500, MUCH);
    }

    static Settings own(int kept, long mostKeptBytes) {
        return new Settings(Optional.empty(), Form.CURRENT, 1_000, MUCH, kept, mostKeptBytes);
    }

    Settings asOnSlides() {
        return new Settings(url, Form.SLIDES, waiting, mostWaitingBytes, kept, mostKeptBytes);
    }

    Settings waiting(int most, long mostBytes) {
        return new Settings(url, form, most, mostBytes, kept, mostKeptBytes);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public MemorySize waitingBytes() {
        return new MemorySize(BigInteger.valueOf(mostWaitingBytes));
    }

    @Override
    public MemorySize keptBytes() {
        return new MemorySize(BigInteger.valueOf(mostKeptBytes));
    }
}
