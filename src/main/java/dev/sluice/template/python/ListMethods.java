package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** The methods of lists; those that change it change a copy when the list is of the data. */
final class ListMethods {
    static final Functions ALL = new Functions()
            .withAll(TupleMethods.ALL)
            .with("append(object, /)", changing((r, list, given) -> {
                r.elements(1);
                list.add(given[0]);
                return null;
            }))
            .with("extend(iterable, /)", changing((r, list, given) -> {
                list.addAll(all(r, given[0]));
                return null;
            }))
            .with("insert(index, object, /)", changing((r, list, given) -> {
                int index = Convert.index(given[0]);
                r.elements(1);
                list.add(Math.max(0, Math.min(list.size(), index < 0 ? index + list.size() : index)), given[1]);
                return null;
            }))
            .with("pop(index=-1, /)", changing(ListMethods::pop))
            .with("remove(value, /)", changing((r, list, given) -> {
                int at = TupleMethods.find(r, list, given[0], 0, list.size());
                if (at < 0) {
                    throw new ValueException("list.remove(x): x not in list");
                }
                list.remove(at);
                return null;
            }))
            .with("reverse()", changing((r, list, given) -> {
                Collections.reverse(list);
                return null;
            }))
            .with("clear()", changing((r, list, given) -> {
                list.clear();
                return null;
            }))
            .with("copy()", (r, self, given) -> new OwnList(all(r, self)))
            .with("sort(*, key=None, reverse=False)", changing(ListMethods::sort));

    @FunctionalInterface
    private interface OnList {
        Object apply(Rendering rendering, List<Object> list, Object[] given);
    }

    private ListMethods() {}

    private static Function.Body changing(OnList body) {
        return (rendering, self, given) -> body.apply(rendering, rendering.changeable((List<?>) self), given);
    }

    private static List<Object> all(Rendering rendering, Object iterable) {
        List<Object> all = new ArrayList<>();
        for (Iterator<Object> elements = Access.iterate(rendering, iterable); elements.hasNext(); ) {
            rendering.elements(1);
            all.add(elements.next());
        }
        return all;
    }

    private static Object pop(Rendering rendering, List<Object> list, Object[] given) {
        int index = Convert.index(given[0]);
        if (list.isEmpty()) {
            throw new ValueException("pop from empty list");
        }
        int at = index < 0 ? index + list.size() : index;
        if (at < 0 || at >= list.size()) {
            throw new ValueException("pop index out of range");
        }
        return list.remove(at);
    }

    private static Object sort(Rendering rendering, List<Object> list, Object[] given) {
        List<Object> values = new ArrayList<>(list);
        List<Object> keys = values;
        if (given[0] != null) {
            if (!(given[0] instanceof Callable key)) {
                throw new ValueException("'" + Types.name(given[0]) + "' object is not callable");
            }
            keys = new ArrayList<>();
            for (Object value : values) {
                keys.add(key.call(rendering, new Arguments(Collections.singletonList(value), List.of(), List.of())));
            }
        }
        List<Object> sorted = Sorting.sort(
                rendering,
                values,
                keys,
                Operators.truth(rendering, given[1]),
                (left, right) -> Operators.less(rendering, left, right));
        list.clear();
        list.addAll(sorted);
        return null;
    }
}
