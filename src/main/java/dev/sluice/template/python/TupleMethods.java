package dev.sluice.template.python;

import java.util.List;

/** The methods that tuples, lists and ranges have. */
final class TupleMethods {
    static final Functions ALL = new Functions()
            .with("index(value, start=0, stop=9223372036854775807, /)", (r, self, given) -> {
                List<?> list = list(r, self);
                int at = find(r, list, given[0], within(given[1], list), within(given[2], list));
                if (at < 0) {
                    throw new ValueException(Print.repr(r, given[0]) + " is not in " + Types.name(self));
                }
                return (long) at;
            })
            .with("count(value, /)", (r, self, given) -> {
                long count = 0;
                for (Object element : list(r, self)) {
                    r.tick();
                    count += Equality.sameOrEqual(r, element, given[0]) ? 1 : 0;
                }
                return count;
            });

    private TupleMethods() {}

    private static List<?> list(Rendering rendering, Object self) {
        return self instanceof Range range ? range.asList() : rendering.now((List<?>) self);
    }

    private static int within(Object bound, List<?> list) {
        int index = Convert.index(bound);
        return index < 0 ? Math.max(0, index + list.size()) : Math.min(index, list.size());
    }

    static int find(Rendering rendering, List<?> list, Object value, int start, int stop) {
        for (int i = start; i < stop; i++) {
            rendering.tick();
            if (Equality.sameOrEqual(rendering, list.get(i), value)) {
                return i;
            }
        }
        return -1;
    }
}
