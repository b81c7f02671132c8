package dev.sluice.payload;

import java.util.Map;

/**
 * The roaming data of one walk: there is exactly one, and what an earlier branch changed a later one sees. The data
 * filters of the workflow travel inside it, under {@code enabledFilters}.
 */
public final class Payload {
    private Map<String, Object> data;

    /** Takes over the data; the caller gives it away. */
    public Payload(Map<String, Object> data) {
        this.data = data;
    }

    /** Everything, filters ignored. */
    public Map<String, Object> data() {
        return data;
    }

    /** What modules look at: the data with its filters applied, items shared. Without filters, the data itself. */
    public Map<String, Object> view() {
        return DataFilters.view(data);
    }

    /** Other data from here on; filters that are not part of it are gone. */
    public void replace(Map<String, Object> other) {
        data = other;
    }

    /** Switches a data filter on, replacing one of the same label. */
    public void addFilter(String label, Map<String, Object> filter) {
        data = DataFilters.add(data, label, filter);
    }

    /** Switches a data filter off, or all of them for the label {@code all}. */
    public void resetFilter(String label) {
        data = DataFilters.reset(data, label);
    }

    /**
     * A copy for a branch that goes its own way, of the data as the filters show it. What was one object stays one: an
     * attribute reached by two ways is copied once.
     */
    public Payload fork() {
        @SuppressWarnings("unchecked")
        Map<String, Object> copy = (Map<String, Object>) new Copies(Integer.MAX_VALUE).of(view());
        return new Payload(copy);
    }
}
