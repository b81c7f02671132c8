package dev.sluice.http.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.http.status.StatusResource.StatusView;
import dev.sluice.module.Neighbour;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class LookTest {
    /** One that answers when it is told to. */
    private static final class Slow implements Neighbour {
        private final List<UniEmitter<? super Condition>> asked = new ArrayList<>();

        @Override
        public String name() {
            return "Slow";
        }

        @Override
        public Uni<Condition> look() {
            return Uni.createFrom().emitter(asked::add);
        }
    }

    private final Slow slow = new Slow();

    @Test
    void those_who_ask_at_once_share_one_look() {
        StatusResource status = new StatusResource(
                List.of(slow), new SettingsInForce(), new SimpleMeterRegistry(), Clock.systemUTC(), "1");

        CompletableFuture<StatusView> one = status.get().subscribeAsCompletionStage();
        CompletableFuture<StatusView> other = status.get().subscribeAsCompletionStage();

        assertThat(slow.asked).hasSize(1);
        slow.asked.get(0).complete(Neighbour.Condition.up("It answers."));
        assertThat(one.join()).isEqualTo(other.join());
        assertThat(one.join().parts()).containsExactly(new StatusResource.PartView("Slow", "up", "It answers."));
    }

    @Test
    void one_that_hangs_is_down_and_says_what_to_look_at() {
        Neighbour.Condition condition =
                StatusResource.bounded(slow, Duration.ofMillis(1)).await().indefinitely();

        assertThat(condition.state()).isEqualTo(Neighbour.State.DOWN);
        assertThat(condition.detail()).contains("did not answer in time");
    }
}
