package dev.sluice.outside.modules;

import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import java.util.List;

/** What is said of a module that takes the place of one that comes with the program. */
final class Replacement {
    private Replacement() {}

    static List<String> remarks(Modules modules, Entry entry) {
        return modules
                .builtIn(Spec.Type.ACTION, entry.moduleId())
                .map(it -> "It replaces the module `" + it.spec().name() + "` (" + entry.moduleId()
                        + ") that comes with the program.")
                .stream()
                .toList();
    }
}
