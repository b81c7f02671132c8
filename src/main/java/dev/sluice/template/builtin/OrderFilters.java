package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.OwnList;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Sorting;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Filters that bring elements into an order: sorted, grouped, the least, the greatest. */
final class OrderFilters {
    static final Functions ALL = new Functions()
            .with("sort(reverse=False, case_sensitive=False, attribute=None)", OrderFilters::sort)
            .with("dictsort(case_sensitive=False, by='key', reverse=False)", OrderFilters::sortMap)
            .with("groupby(attribute, default=None, case_sensitive=False)", OrderFilters::group)
            .with("min(case_sensitive=False, attribute=None)", (r, value, given) -> extreme(r, value, given, false))
            .with("max(case_sensitive=False, attribute=None)", (r, value, given) -> extreme(r, value, given, true));

    private OrderFilters() {}

    private static Object sort(Rendering rendering, Object value, Object[] given) {
        List<Object> elements = SequenceFilters.all(rendering, value);
        List<Getter> getters = Getter.several(rendering, given[2]);
        boolean caseSensitive = Operators.truth(rendering, given[1]);
        List<Object> keys = new ArrayList<>(elements.size());
        for (Object element : elements) {
            rendering.tick();
            Object[] key = new Object[getters.size()];
            for (int i = 0; i < key.length; i++) {
                key[i] = getters.get(i).key(element, caseSensitive);
            }
            keys.add(new Tuple(key));
        }
        boolean descending = Operators.truth(rendering, given[0]);
        return new OwnList(Sorting.sort(
                rendering,
                elements,
                keys,
                descending,
                (left, right) -> before(rendering, (Tuple) left, (Tuple) right)));
    }

    /** As tuples are compared, with a short way for what is nearly always there: one string or number. */
    private static boolean before(Rendering rendering, Tuple left, Tuple right) {
        if (left.size() == 1 && (Text.of(left.get(0)) != null || Types.isNumber(left.get(0)))) {
            return Operators.less(rendering, left.get(0), right.get(0));
        }
        return Operators.less(rendering, left, right);
    }

    private static Object sortMap(Rendering rendering, Object value, Object[] given) {
        int part = "key".equals(Text.of(given[1])) ? 0 : "value".equals(Text.of(given[1])) ? 1 : -1;
        if (part < 0) {
            throw new ValueException("You can only sort by either \"key\" or \"value\"");
        }
        List<Object> items = ValueFilters.items(rendering, value, "dictsort");
        boolean caseSensitive = Operators.truth(rendering, given[0]);
        List<Object> keys = new ArrayList<>(items.size());
        for (Object item : items) {
            Object key = ((Tuple) item).get(part);
            keys.add(caseSensitive ? key : Getter.lower(rendering, key));
        }
        return new OwnList(Sorting.sort(
                rendering,
                items,
                keys,
                Operators.truth(rendering, given[2]),
                (left, right) -> Operators.less(rendering, left, right)));
    }

    private static Object group(Rendering rendering, Object value, Object[] given) {
        Getter getter = new Getter(rendering, given[0], given[1]);
        boolean caseSensitive = Operators.truth(rendering, given[2]);
        List<Object> elements = SequenceFilters.all(rendering, value);
        List<Object> keys = new ArrayList<>(elements.size());
        for (Object element : elements) {
            rendering.tick();
            keys.add(getter.key(element, caseSensitive));
        }
        List<Object> pairs = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            pairs.add(new Tuple(keys.get(i), elements.get(i)));
        }
        OwnList groups = new OwnList();
        Object last = null;
        OwnList group = null;
        for (Object each :
                Sorting.sort(rendering, pairs, keys, false, (left, right) -> Operators.less(rendering, left, right))) {
            Tuple pair = (Tuple) each;
            if (group == null || !Operators.equal(rendering, last, pair.get(0))) {
                group = new OwnList();
                last = pair.get(0);
                groups.add(new Group(caseSensitive ? last : getter.get(pair.get(1)), group));
            }
            group.add(pair.get(1));
        }
        return groups;
    }

    private static Object extreme(Rendering rendering, Object value, Object[] given, boolean greatest) {
        boolean caseSensitive = Operators.truth(rendering, given[0]);
        Getter getter = new Getter(rendering, given[1], null);
        Iterator<Object> elements = Access.iterate(rendering, value);
        if (!elements.hasNext()) {
            return Undefined.because("No aggregated item, sequence was empty.");
        }
        Object best = elements.next();
        Object bestKey = getter.key(best, caseSensitive);
        while (elements.hasNext()) {
            rendering.elements(1);
            Object element = elements.next();
            Object key = getter.key(element, caseSensitive);
            if (greatest ? Operators.less(rendering, bestKey, key) : Operators.less(rendering, key, bestKey)) {
                best = element;
                bestKey = key;
            }
        }
        return best;
    }
}
