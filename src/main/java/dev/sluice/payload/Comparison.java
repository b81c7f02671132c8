package dev.sluice.payload;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what differs between two states of the data, up to a limit. */
final class Comparison {
    private static final int MOST_OPERATIONS = 200;
    private static final int MOST_TEXT = 64 * 1024;

    /** The same attributes again, as a list of their own: looked at last, so that a change is told where it belongs. */
    private static final String MIRROR = "_AttributeFlattened";

    /** What the data was without its filters: bookkeeping that says nothing new. */
    private static final String UNFILTERED = "_unfilteredData";

    private final List<Map<String, Object>> operations = new ArrayList<>(4);
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();
    private int text;
    private boolean complete = true;

    Patch between(Object before, Object after) {
        compare("", before, after);
        return operations.isEmpty() && complete ? Patch.NONE : new Patch(List.copyOf(operations), complete);
    }

    private void compare(String path, Object before, Object after) {
        if (!complete || before == after) {
            return;
        }
        if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
            if (seen.put(after, true) == null) {
                maps(path, was, is);
            }
        } else if (before instanceof List<?> was && after instanceof List<?> is) {
            lists(path, was, is);
        } else if (before == null || !before.equals(after)) {
            tell("replace", path, after);
        }
    }

    private void maps(String path, Map<?, ?> was, Map<?, ?> is) {
        is.forEach((key, value) -> {
            if (!key.equals(MIRROR) && !key.equals(UNFILTERED)) {
                field(path, was, key, value);
            }
        });
        if (is.containsKey(MIRROR)) {
            field(path, was, MIRROR, is.get(MIRROR));
        }
        was.forEach((key, value) -> {
            if (!is.containsKey(key) && !key.equals(UNFILTERED)) {
                tell("remove", path + "/" + escaped(key), null);
            }
        });
    }

    private void field(String path, Map<?, ?> was, Object key, Object value) {
        Object before = was.get(key);
        if (before == value && value != null) {
            return;
        }
        String place = path + "/" + escaped(key);
        if (before == null && !was.containsKey(key)) {
            tell("add", place, value);
        } else {
            compare(place, before, value);
        }
    }

    /** Items that came or went somewhere in the middle are told as such, and not as a change of all behind them. */
    private void lists(String path, List<?> was, List<?> is) {
        int first = 0;
        int last = 0;
        if (was.size() != is.size()) {
            int common = Math.min(was.size(), is.size());
            while (first < common && equal(was.get(first), is.get(first))) {
                first++;
            }
            while (last < common - first && equal(was.get(was.size() - 1 - last), is.get(is.size() - 1 - last))) {
                last++;
            }
        }
        int middle = Math.min(was.size(), is.size()) - first - last;
        for (int i = first; i < first + middle; i++) {
            compare(path + "/" + i, was.get(i), is.get(i));
        }
        for (int i = first + middle; i < is.size() - last; i++) {
            tell("add", path + "/" + i, is.get(i));
        }
        for (int i = was.size() - last - 1; i >= first + middle; i--) {
            tell("remove", path + "/" + i, null);
        }
    }

    private static boolean equal(Object one, Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private void tell(String operation, String path, Object value) {
        text += path.length();
        Object told = operation.equals("remove") ? null : new Measured().copy(value);
        if (!complete || operations.size() == MOST_OPERATIONS || text > MOST_TEXT) {
            complete = false;
            return;
        }
        Map<String, Object> entry = new LinkedHashMap<>(4);
        entry.put("op", operation);
        entry.put("path", path);
        if (!operation.equals("remove")) {
            entry.put("value", told);
        }
        operations.add(entry);
    }

    private static String escaped(Object key) {
        return key.toString().replace("~", "~0").replace("/", "~1");
    }

    /** A copy of a value, which goes on changing while the patch stays, as far as there is room. */
    private final class Measured {
        Object copy(Object value) {
            text += value instanceof String string ? string.length() : 8;
            if (text > MOST_TEXT) {
                return null;
            }
            if (value instanceof Map<?, ?> map) {
                Fields copy = new Fields(map.size());
                map.forEach((key, item) -> copy.put(key.toString(), copy(item)));
                return copy;
            }
            if (value instanceof List<?> list) {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(copy(item)));
                return copy;
            }
            return value;
        }
    }
}
