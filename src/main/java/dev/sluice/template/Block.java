package dev.sluice.template;

import dev.sluice.template.python.Undefined;

/**
 * {@code {% block name %}...{% endblock %}}: a part of the template that sees only what its top level has set.
 *
 * @param self the name {@code self}, or null when it is not used
 * @param parent the name {@code super}, or null when it is not used
 * @param levels how deep the body nests
 */
record Block(String name, Name self, Name parent, Scope scope, Body body, int levels) {
    void run(Run run, Variables variables) {
        Frame frame = new Frame(run, variables, scope.routine());
        scope.enter(frame);
        if (self != null) {
            self.store(frame, new Self(run, variables));
        }
        if (parent != null) {
            parent.store(frame, Undefined.because("there is no parent block called '" + name + "'."));
        }
        body.run(frame);
    }
}
