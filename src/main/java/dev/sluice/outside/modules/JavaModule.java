package dev.sluice.outside.modules;

import dev.sluice.module.Action;
import dev.sluice.module.Logic;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.module.WorkflowModule;
import dev.sluice.outside.OutsideException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A module out of a jar, with its origin; what does not link any more fails its node, not the program. */
final class JavaModule {
    private JavaModule() {}

    static WorkflowModule of(Spec spec, WorkflowModule module, List<String> remarks) {
        return module instanceof Logic logic
                ? new CustomLogic(spec, logic, remarks)
                : new CustomAction(spec, (Action) module, remarks);
    }

    private record CustomLogic(Spec spec, Logic module, List<String> ours) implements Logic {
        @Override
        public Way choose(Visit visit) {
            return linked(spec, () -> module.choose(visit));
        }

        @Override
        public List<String> diagnostics() {
            return module.diagnostics();
        }

        @Override
        public List<String> remarks() {
            return both(ours, module.remarks());
        }
    }

    private record CustomAction(Spec spec, Action module, List<String> ours) implements Action {
        @Override
        public Uni<Step> act(Visit visit) {
            return linked(spec, () -> module.act(visit));
        }

        @Override
        public List<String> diagnostics() {
            return module.diagnostics();
        }

        @Override
        public List<String> remarks() {
            return both(ours, module.remarks());
        }
    }

    private static <T> T linked(Spec spec, Supplier<T> call) {
        try {
            return call.get();
        } catch (LinkageError e) {
            throw new OutsideException("The module " + spec.id() + " does not fit this version of Sluice: "
                    + e.getMessage() + ". Compile it again.");
        }
    }

    private static List<String> both(List<String> ours, List<String> own) {
        return Stream.concat(ours.stream(), own.stream()).toList();
    }
}
