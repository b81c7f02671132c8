package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;

@BuiltInModule
final class ConcurrentTask implements Logic {
    private static final String EXIT = "concurrent";

    @Override
    public Spec spec() {
        return Spec.logic("concurrent-task", "Concurrent Task")
                .describedAs("Runs everything connected to it in the background, each connection on its own."
                        + " What happens there cannot stop the operation that started the workflow.")
                .icon("random")
                .leadsTo(EXIT)
                .forks()
                .look("concurrent")
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        // MISP leaves the number of the node to run here; data that came from there may still carry it
        visit.payload().data().remove("__node_id_to_exec");
        return new Way.Fork(EXIT);
    }
}
