package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What an action node answers. */
public sealed interface Step {
    /** The walk goes on. */
    record GoOn() implements Step {}

    /**
     * MISP's {@code false}. Of a blocking module it stops the walk and vetoes; of another one it cuts the path of a
     * non-blocking workflow and is only noted in a blocking one.
     *
     * @param reasons a sentence each, may be empty
     */
    record Stop(List<String> reasons) implements Step {}

    /** The one instance of it, already in a pipeline. */
    Uni<Step> GO_ON = Uni.createFrom().item(new GoOn());

    /** The walk goes on. */
    static Uni<Step> goOn() {
        return GO_ON;
    }

    /** MISP's {@code false} with reasons. */
    static Uni<Step> stop(String... reasons) {
        return Uni.createFrom().item(new Stop(List.of(reasons)));
    }
}
