package dev.sluice.template;

import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;

/** {@code {% autoescape on %}...{% endautoescape %}} */
record AutoescapeSection(int at, Expression on, Scope scope, Body body) implements Statement {
    @Override
    public void run(Frame frame) {
        scope.enter(frame);
        Object value = on.value(frame);
        Rendering rendering = frame.at(at);
        boolean before = rendering.autoescape();
        rendering.autoescape(Operators.truth(rendering, value));
        body.run(frame);
        rendering.autoescape(before);
        scope.leave(frame);
    }
}
