package dev.sluice.outside.modules;

import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import java.util.List;

/** What is said of a module that takes the place of one that comes with the program. */
final class Replacement {
    private Replacement() {}

    static List<String> remarks(Modules modules, String actionId) {
        return remarks(modules, Spec.Type.ACTION, actionId);
    }

    static List<String> remarks(Modules modules, Spec.Type type, String id) {
        return modules
                .builtIn(type, id)
                .map(it ->
                        "It replaces the module `" + it.spec().name() + "` (" + id + ") that comes with the program.")
                .stream()
                .toList();
    }
}
