package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What differs between the data before and after something, as a JSON Patch (RFC 6902) of {@code add}, {@code replace}
 * and {@code remove}.
 *
 * @param operations each {@code op}, {@code path} and, unless it removes, {@code value}; in the order to apply them
 * @param complete false where there was too much to tell all of it; such a patch cannot be applied
 */
public record Patch(List<Map<String, Object>> operations, boolean complete) {
    /** Nothing differs. */
    public static final Patch NONE = new Patch(List.of(), true);

    /** Something may differ, but the data was too large to be looked at. */
    public static final Patch UNKNOWN = new Patch(List.of(), false);

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return operations.isEmpty() && complete;
    }

    /** A patch as it was written down before; what it tells is taken as complete. */
    @SuppressWarnings("unchecked") // each is told apart when it is applied
    public static Patch of(List<?> operations) {
        return new Patch((List<Map<String, Object>>) operations, true);
    }

    /**
     * Changes the data as the patch says.
     *
     * @throws PayloadException where the patch is not complete, or belongs to other data
     */
    public void applyTo(Map<String, Object> data) {
        if (!complete) {
            throw new PayloadException("Not all that was changed was kept, so it cannot be repeated.");
        }
        for (Map<String, Object> operation : operations) {
            String path = String.valueOf(operation.get("path"));
            List<String> keys = new ArrayList<>();
            for (String key : path.substring(path.isEmpty() ? 0 : 1).split("/", -1)) {
                keys.add(key.replace("~1", "/").replace("~0", "~"));
            }
            Object holder = data;
            for (String key : keys.subList(0, keys.size() - 1)) {
                holder = child(holder, key, path);
            }
            change(holder, keys.get(keys.size() - 1), operation, path);
        }
    }

    private static Object child(Object holder, String key, String path) {
        Object child = holder instanceof Map<?, ?> map ? map.get(key) : null;
        if (holder instanceof List<?> list) {
            int at = index(key, list.size(), path);
            child = at < list.size() ? list.get(at) : null;
        }
        if (child == null) {
            throw astray(path);
        }
        return child;
    }

    @SuppressWarnings("unchecked") // the data's own maps and lists
    private static void change(Object holder, String key, Map<String, Object> operation, String path) {
        String kind = String.valueOf(operation.get("op"));
        Object value = operation.get("value");
        if (holder instanceof Map<?, ?> map) {
            if (kind.equals("remove")) {
                map.remove(key);
            } else {
                ((Map<String, Object>) map).put(key, value);
            }
            return;
        }
        if (!(holder instanceof List<?>)) {
            throw astray(path);
        }
        List<Object> list = (List<Object>) holder;
        int at = index(key, list.size(), path);
        if (kind.equals("add")) {
            list.add(at, value);
        } else if (at == list.size()) {
            throw astray(path);
        } else if (kind.equals("remove")) {
            list.remove(at);
        } else {
            list.set(at, value);
        }
    }

    private static int index(String key, int size, String path) {
        try {
            int at = Integer.parseInt(key);
            if (at >= 0 && at <= size) {
                return at;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw astray(path);
    }

    private static PayloadException astray(String path) {
        return new PayloadException("What was changed at `" + path + "` is not there in this data.");
    }
}
