package dev.sluice.template.python;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Walking through lists, which may grow meanwhile, and strings. */
final class Elements {
    static final List<Object> NONE = List.of();

    private Elements() {}

    static Iterator<Object> ofList(Rendering rendering, List<?> list) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < rendering.now(list).size();
            }

            @Override
            public Object next() {
                List<?> now = rendering.now(list);
                if (next >= now.size()) {
                    throw new NoSuchElementException();
                }
                return now.get(next++);
            }
        };
    }

    static Iterator<Object> ofText(String text) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < text.length();
            }

            @Override
            public Object next() {
                if (next >= text.length()) {
                    throw new NoSuchElementException();
                }
                int character = text.codePointAt(next);
                next += Character.charCount(character);
                return Character.toString(character);
            }
        };
    }
}
