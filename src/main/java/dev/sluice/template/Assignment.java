package dev.sluice.template;

import java.util.List;

/**
 * {@code {% set target = value %}}
 *
 * @param exported names that blocks and macros see from now on, when it is on the top level
 */
record Assignment(Target target, Expression value, List<Name> exported) implements Statement {
    @Override
    public void run(Frame frame) {
        target.store(frame, value.value(frame));
        export(exported, frame);
    }

    static void export(List<Name> exported, Frame frame) {
        for (int i = 0; i < exported.size(); i++) {
            Name name = exported.get(i);
            frame.variables().set(name.name(), name.value(frame));
        }
    }
}
