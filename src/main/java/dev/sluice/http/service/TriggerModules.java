package dev.sluice.http.service;

import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.payload.Fields;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The triggers as MISP sees them: one misp-module for each, because MISP's queries do not say what triggered them. */
@Singleton
final class TriggerModules {
    private static final String PREFIX = "sluice_";

    private final Modules modules;

    TriggerModules(Modules modules) {
        this.modules = modules;
    }

    /** Entries of {@code GET /modules}. */
    List<Map<String, Object>> all() {
        return modules.all().stream()
                .filter(Trigger.class::isInstance)
                .map(it -> entry(it.spec()))
                .toList();
    }

    /** Whether a module of that name is, or would be, a trigger. */
    static boolean isOurs(String module) {
        return module.startsWith(PREFIX);
    }

    /** The trigger behind the name of a module. */
    Optional<Spec> trigger(String module) {
        return isOurs(module)
                ? modules.trigger(module.substring(PREFIX.length()).replace('_', '-'))
                        .map(Trigger::spec)
                : Optional.empty();
    }

    /** MISP makes an id of the name: in lower-case snake case it is the same. */
    static String name(Spec trigger) {
        return PREFIX + trigger.id().replace('-', '_');
    }

    private static Map<String, Object> entry(Spec trigger) {
        String manner = trigger.blocking()
                ? "waits for what it decides, and stops with its reasons where it says no."
                : "goes on at once.";
        // No `outputs`: MISP would take their number for that of the inputs.
        return Fields.of(
                "name",
                name(trigger),
                "type",
                "action_mod",
                "mispattributes",
                new Fields(),
                "meta",
                Fields.of(
                        "version",
                        trigger.version(),
                        "author",
                        "Sluice",
                        "description",
                        "Runs the workflow that Sluice has for `" + trigger.id() + "`, " + manner,
                        "module-type",
                        List.of("action"),
                        "icon",
                        "project-diagram",
                        "icon_class",
                        "fas",
                        "config",
                        Fields.of(
                                "blocking",
                                trigger.blocking(),
                                "expect_misp_core_format",
                                false,
                                "support_filters",
                                false,
                                "params",
                                new Fields())));
    }
}
