package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;

@BuiltInModule
final class StopExecution implements Action {
    private static final String STANDARD = "Execution stopped";
    private static final Param<String> MESSAGE =
            Param.text("message", "Stop message").standard(STANDARD).template();

    @Override
    public Spec spec() {
        return Spec.action("stop-execution", "Stop execution")
                .leavesData()
                .version("0.2")
                .describedAs("Ends the workflow. The operation that a blocking trigger asked about is called off, and"
                        + " the message is the reason that the user gets to read.")
                .icon("ban")
                .blocking()
                .leadsTo()
                .asks(MESSAGE)
                .build();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        try {
            String message = visit.get(MESSAGE);
            return Step.stop(message.isEmpty() ? STANDARD : message);
        } catch (PayloadException e) {
            // Who is to be stopped must not pass because the sentence that tells why cannot be made.
            return Step.stop(STANDARD, e.getMessage());
        }
    }
}
