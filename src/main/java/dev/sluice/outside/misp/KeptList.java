package dev.sluice.outside.misp;

import dev.sluice.module.Option;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The choices of one picker. Whoever asks gets what is there, however old; once that is older than it should be, the new
 * list is fetched behind their back. Only the very first question waits.
 */
final class KeptList {
    private static final Logger LOG = Logger.getLogger(KeptList.class);

    /** A choice with the texts it is found by. */
    private record Entry(Option option, String words) {
        static Entry of(Option option) {
            return new Entry(option, option.words());
        }
    }

    private final Supplier<Uni<List<Option>>> source;
    private final Duration kept;
    private final Clock clock;
    private List<Entry> there;
    private Instant until = Instant.MIN;
    private Uni<List<Entry>> coming;

    KeptList(Supplier<Uni<List<Option>>> source, Duration kept, Clock clock) {
        this.source = source;
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether a question is answered at once; where not, begins to fetch. */
    synchronized boolean isThere() {
        refresh();
        return there != null;
    }

    /** The choices that hold a text in lower case, in order. */
    Uni<List<Option>> find(String text) {
        return entries().onItem().transform(entries -> entries.stream()
                .filter(it -> it.words().contains(text))
                .map(Entry::option)
                .toList());
    }

    private synchronized Uni<List<Entry>> entries() {
        Uni<List<Entry>> fetched = refresh();
        return there == null ? fetched : Uni.createFrom().item(there);
    }

    /** What is being fetched, which may have failed by now; null where there is no need to. */
    private Uni<List<Entry>> refresh() {
        if (coming != null || clock.instant().isBefore(until)) {
            return coming;
        }
        Uni<List<Entry>> fetched = source.get()
                .onItem()
                .transform(options -> options.stream().map(Entry::of).toList())
                .onItem()
                .invoke(this::took)
                .onFailure()
                .invoke(this::failed)
                .memoize()
                .indefinitely();
        coming = fetched;
        fetched.subscribe().with(entries -> {}, failure -> {});
        return fetched;
    }

    private synchronized void took(List<Entry> entries) {
        there = entries;
        until = clock.instant().plus(kept);
        coming = null;
    }

    /** What is there is shown on; where nothing is, the next question asks again. */
    private synchronized void failed(Throwable failure) {
        if (there != null) {
            until = clock.instant().plus(kept);
            LOG.warn("The choices of a picker could not be fetched anew: " + failure.getMessage());
        }
        coming = null;
    }
}
