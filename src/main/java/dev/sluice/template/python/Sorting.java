package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.List;

/** Sorting that asks nothing but {@code <}, keeps the order of equals, and survives an order that is none. */
public final class Sorting {
    /** Whether the first key comes before the second. */
    @FunctionalInterface
    public interface Before {
        boolean test(Object left, Object right);
    }

    private record Keyed(Object key, Object value) {}

    private Sorting() {}

    /** @return the values in the order of their keys, equal ones as they came in either direction */
    public static List<Object> sort(
            Rendering rendering, List<?> values, List<?> keys, boolean descending, Before before) {
        rendering.elements(values.size());
        Keyed[] all = new Keyed[values.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Keyed(keys.get(i), values.get(i));
        }
        Before order = descending ? (left, right) -> before.test(right, left) : before;
        split(rendering, all.clone(), all, 0, all.length, order);
        List<Object> sorted = new ArrayList<>(all.length);
        for (Keyed keyed : all) {
            sorted.add(keyed.value);
        }
        return sorted;
    }

    private static void split(Rendering rendering, Keyed[] from, Keyed[] to, int start, int end, Before order) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        split(rendering, to, from, start, middle, order);
        split(rendering, to, from, middle, end, order);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            rendering.tick();
            boolean takeRight = right < end && (left >= middle || order.test(from[right].key, from[left].key));
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }
}
