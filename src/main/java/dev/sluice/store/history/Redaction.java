package dev.sluice.store.history;

import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /** What a text must hold, in any case, to have something in it that is to be taken out. */
    private final List<byte[]> marks = new ArrayList<>();

    /** Takes out what the settings name. */
    public Redaction(HistoryConfig.Redact config) {
        for (String name : config.names()) {
            if (!name.isBlank()) {
                names.add(lower(name.strip()));
                marks.add(mark(name.strip()));
            }
        }
        for (String path : config.paths().orElse(List.of())) {
            List<String> keys = List.of(path.strip().split("\\."));
            paths.add(keys);
            String last = keys.get(keys.size() - 1);
            marks.add(isAny(last) ? new byte[0] : mark(last));
        }
    }

    private static byte[] mark(String name) {
        return ('"' + lower(name) + '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isAny(String key) {
        return key.equals("*") || key.equals("{n}") || key.equals("{s}");
    }

    /** The JSON text without it. Most texts have nothing to hide, and come back as they are without being parsed. */
    public byte[] clean(byte[] json) {
        return marks.stream().noneMatch(it -> isIn(json, it)) ? json : masked(json);
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
            boolean secretPath = map.get("path") instanceof String path && map.containsKey("op") && isSecret(path);
            for (Map.Entry<String, Object> entry : ((Map<String, Object>) map).entrySet()) {
                boolean secret = names.contains(lower(entry.getKey()))
                        || secretPath && entry.getKey().equals("value");
                if (secret && isWorthHiding(entry.getValue())) {
                    entry.setValue(MASK);
                } else {
                    mask(entry.getValue());
                }
            }
        }
    }

    private boolean isSecret(String pointer) {
        for (String key : pointer.split("/")) {
            if (names.contains(lower(key))) {
                return true;
            }
        }
        return false;
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

    private static boolean isIn(byte[] text, byte[] mark) {
        if (mark.length == 0) {
            return true;
        }
        for (int at = 0; at <= text.length - mark.length; at++) {
            if (text[at] == '"' && isAt(text, at, mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] text, int at, byte[] mark) {
        for (int i = 1; i < mark.length; i++) {
            byte b = text[at + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
