package dev.sluice.template;

import dev.sluice.template.python.Dict;
import java.util.List;

/** <code>{a: b}</code>: a new map each time. */
record DictDisplay(int at, List<Expression> keys, List<Expression> values) implements Expression {
    @Override
    public Object value(Frame frame) {
        frame.at(at).elements(keys.size());
        Dict dict = new Dict();
        for (int i = 0; i < keys.size(); i++) {
            Object key = keys.get(i).value(frame);
            Object value = values.get(i).value(frame);
            frame.at(at);
            dict.put(key, value);
        }
        return dict;
    }
}
