package dev.sluice.store.history;

import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes out what must not be kept in clear. */
public final class Redaction {
    static final String MASK = "***";

    private final Set<String> names = new HashSet<>();
    private final List<List<String>> paths = new ArrayList<>();

    /**
     * What a text must hold, in any case, to have something in it that is to be taken out: lower-case names behind a quote,
     * by their first letter, with the quote that ends them.
     */
    private final byte[][][] marks = new byte[128][][];

    private boolean everything;

    /** Takes out what the settings name. */
    public Redaction(HistoryConfig.Redact config) {
        for (String name : config.names()) {
            if (!name.isBlank()) {
                names.add(lower(name.strip()));
                mark(name.strip());
            }
        }
        for (String path : config.paths().orElse(List.of())) {
            List<String> keys = List.of(path.strip().split("\\."));
            paths.add(keys);
            String last = keys.get(keys.size() - 1);
            if (isAny(last)) {
                everything = true;
            } else {
                mark(last);
            }
        }
    }

    private void mark(String name) {
        byte[] mark = (lower(name) + '"').getBytes(StandardCharsets.UTF_8);
        if (mark[0] < 0) {
            everything = true;
            return;
        }
        byte[][] alike = marks[mark[0]] == null ? new byte[0][] : marks[mark[0]];
        alike = Arrays.copyOf(alike, alike.length + 1);
        alike[alike.length - 1] = mark;
        marks[mark[0]] = alike;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isAny(String key) {
        return key.equals("*") || key.equals("{n}") || key.equals("{s}");
    }

    /** The JSON text without it. Most texts have nothing to hide, and come back as they are without being parsed. */
    public byte[] clean(byte[] json) {
        return everything || isMarked(json) ? masked(json) : json;
    }

    /** As {@link #clean}, of a text that may tell of secrets in other ways than by the names of its fields. */
    byte[] masked(byte[] json) {
        try {
            Object tree = Json.parse(json);
            mask(tree);
            paths.forEach(path -> mask(tree, path));
            return Json.writeBytes(tree);
        } catch (PayloadException e) {
            return Json.writeBytes(MASK);
        }
    }

    /** Masks fields by their names, and what a JSON Patch writes into such fields, in maps and lists that may be changed. */
    @SuppressWarnings("unchecked") // a parsed tree
    private void mask(Object tree) {
        if (tree instanceof List<?> list) {
            list.forEach(this::mask);
        } else if (tree instanceof Map<?, ?> map) {
            for (Map.Entry<String, Object> entry : ((Map<String, Object>) map).entrySet()) {
                if (names.contains(lower(entry.getKey())) && isWorthHiding(entry.getValue())) {
                    entry.setValue(MASK);
                } else {
                    mask(entry.getValue());
                }
            }
            if (map.get("path") instanceof String pointer && map.containsKey("op") && isWorthHiding(map.get("value"))) {
                maskWritten((Map<String, Object>) map, pointer);
            }
        }
    }

    /** What one operation of a JSON Patch writes, if the place is secret, lies in one that is, or holds one. */
    private void maskWritten(Map<String, Object> operation, String pointer) {
        List<String> place = new ArrayList<>();
        for (String key : pointer.substring(Math.min(1, pointer.length())).split("/")) {
            place.add(key.replace("~1", "/").replace("~0", "~"));
        }
        if (place.stream().anyMatch(it -> names.contains(lower(it)))) {
            operation.put("value", MASK);
            return;
        }
        for (List<String> path : paths) {
            int common = Math.min(path.size(), place.size());
            if (!fits(path, place, common)) {
                continue;
            }
            if (path.size() <= place.size()) {
                operation.put("value", MASK);
                return;
            }
            mask(operation.get("value"), path.subList(common, path.size()));
        }
    }

    private static boolean fits(List<String> path, List<String> place, int length) {
        for (int i = 0; i < length; i++) {
            if (!isAny(path.get(i)) && !path.get(i).equals(place.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWorthHiding(Object value) {
        return value != null && !"".equals(value) && !(value instanceof Boolean);
    }

    @SuppressWarnings("unchecked") // a parsed tree
    private static void mask(Object tree, List<String> path) {
        String key = path.get(0);
        if (tree instanceof Map<?, ?> map) {
            for (Map.Entry<String, Object> entry : ((Map<String, Object>) map).entrySet()) {
                if (isAny(key) || entry.getKey().equals(key)) {
                    entry.setValue(masked(entry.getValue(), path));
                }
            }
        } else if (tree instanceof List<?> list) {
            List<Object> items = (List<Object>) list;
            for (int i = 0; i < items.size(); i++) {
                if (isAny(key) || key.equals(Integer.toString(i))) {
                    items.set(i, masked(items.get(i), path));
                }
            }
        }
    }

    private static Object masked(Object value, List<String> path) {
        if (path.size() == 1) {
            return value == null ? null : MASK;
        }
        mask(value, path.subList(1, path.size()));
        return value;
    }

    private boolean isMarked(byte[] text) {
        for (int at = 0; at < text.length - 1; at++) {
            if (text[at] == '"') {
                byte first = lower(text[at + 1]);
                byte[][] alike = first < 0 ? null : marks[first];
                if (alike != null && isAny(alike, text, at + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAny(byte[][] marks, byte[] text, int at) {
        for (byte[] mark : marks) {
            int i = 1;
            while (i < mark.length && at + i < text.length && lower(text[at + i]) == mark[i]) {
                i++;
            }
            if (i == mark.length) {
                return true;
            }
        }
        return false;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
}
