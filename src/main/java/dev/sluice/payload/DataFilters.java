package dev.sluice.payload;

import java.util.Map;

/**
 * The filters that travel inside the data, as the modules {@code generic-filter-data} and {@code generic-filter-reset} set
 * them: {@code {"enabledFilters": {"A": {"selector", "path", "operator", "value"}}, "_unfilteredData": {}, "Event": {}}}.
 * A filter changes what modules see, never the data.
 */
public final class DataFilters {
    private static final String ENABLED = "enabledFilters";
    private static final String UNFILTERED = "_unfilteredData";
    private static final String EACH = ".{n}";

    private DataFilters() {}

    /**
     * The data as modules see it: for each enabled filter, in order, the items its selector finds are replaced by those
     * it keeps. Items are shared with the data; without filters the answer is the data itself.
     *
     * @throws PayloadException as {@link Filter#select} and {@link HashPath#insert}
     */
    public static Map<String, Object> view(Map<String, Object> data) {
        Object filters = data.get(ENABLED);
        if (!PhpArray.is(filters) || PhpArray.size(filters) == 0) {
            return data;
        }
        Object view = data;
        for (Object stored : PhpArray.values(filters)) {
            Filter filter = Filter.of(stored);
            String selector = filter.selector().source();
            HashPath items = selector.endsWith(EACH)
                    ? HashPath.parse(selector.substring(0, selector.length() - EACH.length()))
                    : filter.selector();
            view = items.insert(view, filter.matching(items.extract(view)));
        }
        return PhpArray.fields(view);
    }

    /**
     * The data with one more filter under a label, or another one under the same label. The first filter also keeps the
     * data's fields as they are under {@code _unfilteredData}; their contents are shared, not copied.
     *
     * @param filter a map of {@code selector}, {@code path}, {@code operator} and {@code value}
     */
    public static Map<String, Object> add(Map<String, Object> data, String label, Map<String, Object> filter) {
        Fields changed = Fields.copyOf(data, 2);
        if (!LooseComparison.truthy(data.get(UNFILTERED))) {
            Fields before = Fields.copyOf(data);
            before.remove(UNFILTERED);
            changed.put(UNFILTERED, before);
        }
        Fields stored = new Fields(4);
        for (String name : new String[] {"selector", "path", "operator", "value"}) {
            stored.put(name, filter.get(name));
        }
        Fields filters = enabled(data);
        filters.put(label, stored);
        changed.put(ENABLED, filters);
        return changed;
    }

    /**
     * The data with one filter switched off, or all with the label {@code all}; nothing else changes. Without that filter
     * the answer is the data itself.
     */
    public static Map<String, Object> reset(Map<String, Object> data, String label) {
        Fields filters = enabled(data);
        if (filters.isEmpty()) {
            return data;
        }
        if (label.equals("all")) {
            filters.clear();
        } else if (filters.containsKey(label)) {
            filters.remove(label);
        } else {
            return data;
        }
        Fields changed = Fields.copyOf(data);
        changed.put(ENABLED, filters);
        if (filters.isEmpty()) {
            changed.remove(UNFILTERED);
        }
        return changed;
    }

    private static Fields enabled(Map<String, Object> data) {
        Fields copy = new Fields();
        if (PhpArray.is(data.get(ENABLED))) {
            PhpArray.anyEntry(data.get(ENABLED), (label, filter) -> {
                copy.put(label, filter);
                return false;
            });
        }
        return copy;
    }
}
