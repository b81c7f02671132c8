package dev.sluice.payload;

import java.util.Map;

final class DataFilters {
    static Map<String, Object> view(Map<String, Object> data) {
        return data;
    }

    static Map<String, Object> add(Map<String, Object> data, String label, Map<String, Object> filter) {
        return data;
    }

    static Map<String, Object> reset(Map<String, Object> data, String label) {
        return data;
    }
}
