package dev.sluice.outside.modules;

import dev.sluice.module.Action;
import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.outside.OutsideException;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;

/** Stands for a file that cannot be loaded: as it was while it could, else under the name of the file. */
record BrokenFile(Spec spec, String why) implements Action {
    static BrokenFile of(Path file, Spec before, String why) {
        String name = file.getFileName().toString();
        return new BrokenFile(
                before != null
                        ? before
                        : Spec.action(name, name)
                                .describedAs("A file in the folder of custom modules.")
                                .icon(name.endsWith(".jar") ? "java" : "python")
                                .iconClass("fab")
                                .from(Origin.CUSTOM)
                                .build(),
                name + " cannot be used. " + why);
    }

    @Override
    public boolean isBroken() {
        return true;
    }

    @Override
    public List<String> diagnostics() {
        return List.of(why);
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return Uni.createFrom().failure(new OutsideException(why));
    }
}
