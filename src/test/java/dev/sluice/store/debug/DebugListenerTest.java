package dev.sluice.store.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebugListenerTest {
    private static DebugRequest request(long workflow, String path, int bytes) {
        return new DebugRequest(workflow, "run", Instant.EPOCH, path, new byte[bytes]);
    }

    private static List<String> paths(DebugListener listener, long workflow, long after, int most) {
        return listener.latest(workflow, after, most).stream()
                .map(DebugMessage::path)
                .toList();
    }

    @Test
    void each_workflow_has_its_own_latest_requests_newest_first() {
        DebugListener listener = new DebugListener(Settings.own(2, 1_000_000));
        for (String path : List.of("/a", "/b", "/c")) {
            listener.take(request(1, path, 10));
        }
        listener.take(request(2, "/x", 10));

        assertThat(paths(listener, 1, 0, 100)).containsExactly("/c", "/b");
        assertThat(paths(listener, 2, 0, 100)).containsExactly("/x");
        assertThat(paths(listener, 3, 0, 100)).isEmpty();
    }

    @Test
    void a_reader_goes_on_after_what_it_has_seen() {
        DebugListener listener = new DebugListener(Settings.own(500, 1_000_000));
        listener.take(request(1, "/a", 10));
        listener.take(request(2, "/x", 10));
        listener.take(request(1, "/b", 10));
        long seen = listener.latest(1, 0, 100).get(1).id();

        assertThat(paths(listener, 1, seen, 100)).containsExactly("/b");
        assertThat(paths(listener, 1, 0, 1)).containsExactly("/b");
    }

    @Test
    void all_together_are_bounded_by_bytes_and_the_oldest_goes_first_whose_ever_it_is() {
        DebugListener listener = new DebugListener(Settings.own(500, 3_000));
        listener.take(request(1, "/a", 1_000));
        listener.take(request(2, "/x", 1_000));
        listener.take(request(2, "/y", 1_000));

        assertThat(paths(listener, 1, 0, 100)).isEmpty();
        assertThat(paths(listener, 2, 0, 100)).containsExactly("/y", "/x");

        listener.take(request(1, "/too-large", 5_000));
        assertThat(paths(listener, 1, 0, 100)).isEmpty();
        assertThat(paths(listener, 2, 0, 100)).isEmpty();
    }

    @Test
    void what_is_cleared_makes_room() {
        DebugListener listener = new DebugListener(Settings.own(500, 2_500));
        listener.take(request(1, "/a", 1_000));
        listener.clear(1);
        listener.take(request(2, "/x", 1_000));
        listener.take(request(2, "/y", 1_000));

        assertThat(paths(listener, 1, 0, 100)).isEmpty();
        assertThat(paths(listener, 2, 0, 100)).containsExactly("/y", "/x");
    }
}
