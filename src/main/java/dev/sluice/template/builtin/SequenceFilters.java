package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Escape;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Generator;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Methods;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.OwnList;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Filters of lists and the like: ends, lengths, sums, parts, joined. */
final class SequenceFilters {
    static final Functions ALL = new Functions()
            .with("list()", (r, value, given) -> new OwnList(all(r, value)))
            .with("length()", (r, value, given) -> length(r, value))
            .alias("count", "length")
            .with("first()", (r, value, given) -> {
                Iterator<Object> elements = Access.iterate(r, value);
                return elements.hasNext() ? elements.next() : Undefined.because("No first item, sequence was empty.");
            })
            .with("last()", SequenceFilters::last)
            .with("random()", SequenceFilters::random)
            .with("reverse()", SequenceFilters::reverse)
            .with("join(d='', attribute=None)", SequenceFilters::join)
            .with("sum(attribute=None, start=0)", SequenceFilters::sum)
            .with(
                    "batch(linecount, fill_with=None)",
                    (r, value, given) -> new Generator(r, "do_batch", new Batches(r, value, given[0], given[1])))
            .with("slice(slices, fill_with=None)", SequenceFilters::slice);

    private SequenceFilters() {}

    /** {@code list(value)} */
    static List<Object> all(Rendering rendering, Object value) {
        List<Object> all = new ArrayList<>();
        for (Iterator<Object> elements = Access.iterate(rendering, value); elements.hasNext(); ) {
            rendering.elements(1);
            all.add(elements.next());
        }
        return all;
    }

    /** {@code len(value)} */
    static long length(Rendering rendering, Object value) {
        int length = Access.length(rendering, value);
        if (length < 0) {
            throw new ValueException("object of type '" + Types.name(value) + "' has no len()");
        }
        return length;
    }

    private static Object last(Rendering rendering, Object value, Object[] given) {
        if (Access.length(rendering, value) < 0) {
            throw new ValueException("'" + Types.name(value) + "' object is not reversible");
        }
        if (value instanceof Markup markup && !markup.text().isEmpty()) {
            return Access.item(rendering, value, -1L);
        }
        List<Object> all = all(rendering, value);
        return all.isEmpty() ? Undefined.because("No last item, sequence was empty.") : all.get(all.size() - 1);
    }

    private static Object random(Rendering rendering, Object value, Object[] given) {
        long length = length(rendering, value);
        if (length == 0) {
            return Undefined.because("No random item, sequence was empty.");
        }
        return Access.item(rendering, value, ThreadLocalRandom.current().nextLong(length));
    }

    private static Object reverse(Rendering rendering, Object value, Object[] given) {
        if (Text.of(value) != null) {
            return Access.slice(rendering, value, null, null, -1L);
        }
        List<Object> all = all(rendering, value);
        Collections.reverse(all);
        return Access.length(rendering, value) < 0
                ? new OwnList(all)
                : new Generator(rendering, "reversed", all.iterator());
    }

    private static Object join(Rendering rendering, Object value, Object[] given) {
        Iterator<Object> elements = Access.iterate(rendering, value);
        List<Object> texts = new ArrayList<>();
        Getter getter = Operators.truth(rendering, given[1]) ? new Getter(rendering, given[1], null) : null;
        boolean markup = false;
        while (elements.hasNext()) {
            rendering.elements(1);
            Object element = elements.next();
            Object item = getter == null ? element : getter.get(element);
            Object text = rendering.autoescape() ? TextFilters.soft(rendering, item) : Print.str(rendering, item);
            markup |= !(text instanceof String);
            texts.add(text);
        }
        Object separator =
                rendering.autoescape() ? TextFilters.soft(rendering, given[0]) : Print.str(rendering, given[0]);
        if (markup && separator instanceof String) {
            separator = Escape.escape(rendering, separator);
        }
        return Methods.call(rendering, separator, "join", new OwnList(texts));
    }

    private static Object sum(Rendering rendering, Object value, Object[] given) {
        Getter getter = given[0] == null ? null : new Getter(rendering, given[0], null);
        Object sum = given[1];
        if (Text.of(sum) != null) {
            throw new ValueException("sum() can't sum strings [use ''.join(seq) instead]");
        }
        for (Iterator<Object> elements = Access.iterate(rendering, value); elements.hasNext(); ) {
            rendering.elements(1);
            Object element = elements.next();
            sum = Operators.add(rendering, sum, getter == null ? element : getter.get(element));
        }
        return sum;
    }

    /** So many columns, the first ones longer by one where they do not come out even. */
    private static Object slice(Rendering rendering, Object value, Object[] given) {
        List<Object> all = all(rendering, value);
        long columns = Whole.number(given[0]);
        if (columns == 0) {
            throw new ValueException("integer division or modulo by zero");
        }
        rendering.elements(Math.max(0, columns) * 2);
        List<Object> parts = new ArrayList<>();
        int size = (int) (all.size() / columns);
        long longer = all.size() % columns;
        int at = 0;
        for (long i = 0; i < columns; i++) {
            int end = at + size + (i < longer ? 1 : 0);
            OwnList part = new OwnList(all.subList(at, end));
            if (given[1] != null && i >= longer) {
                part.add(given[1]);
            }
            parts.add(part);
            at = end;
        }
        return new Generator(rendering, "sync_do_slice", parts.iterator());
    }
}
