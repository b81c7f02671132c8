package dev.sluice.template;

import dev.sluice.template.python.OwnList;
import java.util.List;

/** {@code [a, b]}: a new list each time. */
record ListDisplay(int at, List<Expression> items) implements Expression {
    @Override
    public Object value(Frame frame) {
        frame.at(at).elements(items.size());
        OwnList list = new OwnList();
        for (Expression item : items) {
            list.add(item.value(frame));
        }
        return list;
    }
}
