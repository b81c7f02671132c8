package dev.sluice.module;

import java.util.ArrayList;
import java.util.List;

/**
 * What an editor should say about a module before it is used behind a trigger. The texts are MISP's.
 *
 * @param error what keeps it from running
 * @param warning what may not work as intended
 * @param info what is good to know
 */
public record Notifications(List<Note> error, List<Note> warning, List<Note> info) {
    /**
     * One of them.
     *
     * @param text MISP's short text
     * @param description ours, which says what to do
     * @param inPalette whether the palette shows it; a node always does
     */
    public record Note(String text, String description, boolean inPalette) {}

    /** About a module in a workflow of that trigger; null where the trigger is not known. */
    public static Notifications of(WorkflowModule module, Spec trigger, Switches switches) {
        Spec spec = module.spec();
        List<Note> errors = new ArrayList<>();
        List<Note> warnings = new ArrayList<>();
        if (!switches.isOn(spec)) {
            errors.add(new Note(
                    "Module disabled",
                    "It does not run until it is switched on"
                            + (spec.blocking() ? ", and being a blocking module it stops every run." : "."),
                    false));
        }
        if (trigger != null && spec.blocking() && !trigger.blocking()) {
            warnings.add(new Note(
                    "Blocking module might not work as intended",
                    "The trigger does not wait for an answer; the module can end the run, but stop nothing else.",
                    true));
        }
        boolean expectsCoreFormat = spec.coreFormat() && spec.type() != Spec.Type.TRIGGER;
        if (trigger != null && expectsCoreFormat && !trigger.coreFormat()) {
            warnings.add(new Note(
                    "Potential data format issue",
                    "The module expects MISP core format, which this trigger does not give.",
                    true));
        }
        module.diagnostics().forEach(it -> errors.add(new Note(it, it, true)));
        List<Note> infos =
                module.remarks().stream().map(it -> new Note(it, it, true)).toList();
        return new Notifications(errors, warnings, infos);
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return error.isEmpty() && warning.isEmpty() && info.isEmpty();
    }
}
