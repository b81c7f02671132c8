package dev.sluice.engine;

import dev.sluice.graph.Policy;
import dev.sluice.module.Step;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a node's policy makes of its module: attempts that end in time, and are repeated where they broke. */
final class Attempts {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Policy policy;
    private final Supplier<Uni<Step>> once;
    private final List<String> failures = new ArrayList<>();

    private Attempts(Policy policy, Supplier<Uni<Step>> once) {
        this.policy = policy;
        this.once = once;
    }

    /** The answer of the first attempt that gave one; it bears the errors of those before. */
    static Uni<Step> of(Policy policy, Supplier<Uni<Step>> once) {
        return new Attempts(policy, once).next(policy.pause());
    }

    private Uni<Step> next(Duration pause) {
        Uni<Step> attempt = Uni.createFrom().deferred(() -> once.get());
        if (policy.timeout() != null) {
            attempt = attempt.ifNoItem()
                    .after(policy.timeout())
                    .failWith(() -> new IllegalStateException(
                            "No answer within " + policy.timeout().toMillis() + " ms, the time-out of the node."));
        }
        return attempt.onItem().transform(this::told).onFailure().recoverWithUni(failure -> failed(failure, pause));
    }

    private Uni<Step> failed(Throwable failure, Duration pause) {
        failures.add("Attempt " + (failures.size() + 1) + " failed: " + Trouble.why(failure));
        if (failures.size() > policy.retries()) {
            return Uni.createFrom()
                    .failure(
                            policy.retries() == 0
                                    ? failure
                                    : new IllegalStateException(
                                            Trouble.why(failure) + " That was attempt " + failures.size() + " of "
                                                    + failures.size() + ".",
                                            failure));
        }
        Duration longer = pause.multipliedBy(2);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(pause)
                .onItem()
                .transformToUni(done -> next(longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer));
    }

    private Step told(Step step) {
        if (failures.isEmpty()) {
            return step;
        }
        List<Step> told = new ArrayList<>(1);
        step.at(new Step.Turn() {
            @Override
            public void goOn(List<String> errors) {
                told.add(new Step.GoOn(with(errors)));
            }

            @Override
            public void stop(List<String> reasons) {
                told.add(step);
            }
        });
        return told.get(0);
    }

    private List<String> with(List<String> errors) {
        List<String> all = new ArrayList<>(failures);
        all.addAll(errors);
        return List.copyOf(all);
    }
}
