package dev.sluice.template;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Rendering;
import java.util.Iterator;

/**
 * {@code {% for target in iterable if condition recursive %}...{% else %}...{% endfor %}}
 *
 * @param condition null when there is none
 * @param loop the name {@code loop}, or null when the body does not ask for it
 * @param levels how deep the body nests
 */
record ForLoop(
        int at,
        Target target,
        Expression iterable,
        Condition condition,
        Name loop,
        Part body,
        Part otherwise,
        boolean recursive,
        Escaping escaping,
        int levels)
        implements Statement {

    /** What is run in a scope of its own. */
    record Part(Scope scope, Body body) {}

    @Override
    public void run(Frame frame) {
        Object elements = iterable.value(frame);
        if (recursive) {
            FilterSection.writeText(frame, recursion(frame, elements, 0));
        } else {
            rounds(frame, frame, elements, 0);
        }
    }

    /** One more run of a recursive loop, over other elements. */
    Object recursion(Frame around, Object elements, int depth) {
        Frame frame = around.inner(body.scope.routine());
        Run run = frame.run();
        run.enter(levels);
        int mark = run.mark();
        rounds(around, frame, elements, depth);
        String text = run.taken(mark);
        run.leave(levels);
        return escaping.value(frame, text);
    }

    private void rounds(Frame around, Frame frame, Object elements, int depth) {
        Rendering rendering = frame.at(at);
        Iterator<Object> items;
        if (condition == null) {
            items = Access.iterate(rendering, elements);
        } else {
            items = new Passing(around, target, condition, Access.iterate(rendering, elements));
        }
        boolean some = false;
        Loop state = null;
        if (loop != null) {
            state = new Loop(this, around, items, condition == null ? elements : items, depth);
            items = state;
        }
        while (true) {
            frame.at(at);
            if (!items.hasNext()) {
                break;
            }
            some = true;
            rendering.round();
            target.store(frame, items.next());
            if (state != null) {
                loop.store(frame, state);
            }
            body.scope.enter(frame);
            body.body.run(frame);
        }
        body.scope.leave(frame);
        if (!some && otherwise != null) {
            otherwise.scope.enter(frame);
            otherwise.body.run(frame);
            otherwise.scope.leave(frame);
        }
    }

    /** {@code if} behind the elements. */
    record Condition(Scope scope, Expression expression) {}
}
