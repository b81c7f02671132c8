package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What an action node answers. */
public sealed interface Step {
    /** What a walk does with each kind of answer; a new kind does not compile until it is dealt with. */
    interface Turn {
        void goOn(List<String> errors);

        void stop(List<String> reasons);
    }

    /** Deals with this answer as its kind asks. */
    void at(Turn turn);

    /**
     * The walk goes on.
     *
     * @param errors what went wrong on the way nevertheless, a sentence each; shown at the node
     */
    record GoOn(List<String> errors) implements Step {
        @Override
        public void at(Turn turn) {
            turn.goOn(errors);
        }
    }

    /**
     * MISP's {@code false}. Of a blocking module it stops the walk and vetoes; of another one it cuts the path of a
     * non-blocking workflow and is only noted in a blocking one.
     *
     * @param reasons a sentence each, may be empty
     */
    record Stop(List<String> reasons) implements Step {
        @Override
        public void at(Turn turn) {
            turn.stop(reasons);
        }
    }

    /** The one instance of it without errors, already in a pipeline. */
    Uni<Step> GO_ON = Uni.createFrom().item(new GoOn(List.of()));

    /** The walk goes on. */
    static Uni<Step> goOn() {
        return GO_ON;
    }

    /** The walk goes on, although something went wrong. */
    static Uni<Step> goOnDespite(List<String> errors) {
        return errors.isEmpty() ? GO_ON : Uni.createFrom().item(new GoOn(List.copyOf(errors)));
    }

    /** MISP's {@code false} with reasons. */
    static Uni<Step> stop(String... reasons) {
        return Uni.createFrom().item(new Stop(List.of(reasons)));
    }
}
