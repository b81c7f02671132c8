package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which items a node works on, or a data filter keeps: a selector finds items, and of these stay the ones in which what
 * the path finds meets the condition. Never changes; may be shared between threads.
 */
public final class Filter {
    private static final List<String> NAMES = List.of("selector", "value", "operator", "path");

    /** A first byte that is no character of its own equals no text. */
    private static final String PART_OF_A_CHARACTER = "\uFFFD";

    private final HashPath selector;
    private final HashPath path;
    private final Condition condition;
    private final boolean enabled;

    private Filter(HashPath selector, HashPath path, Condition condition, boolean enabled) {
        this.selector = selector;
        this.path = path;
        this.condition = condition;
        this.enabled = enabled;
    }

    /**
     * The filter of a node's {@code saved_filters}, or of one of the data's {@code enabledFilters}: a map of
     * {@code selector}, {@code path}, {@code operator} and {@code value}, of which what is missing or null is empty.
     * Anything else, also the list of texts and values that a new node is drawn with, is no filter.
     */
    public static Filter of(Object stored) {
        Map<?, ?> map = stored instanceof Map<?, ?> fields ? fields : Map.of();
        boolean enabled = NAMES.stream().anyMatch(name -> !LooseComparison.equal(field(map, name), ""));
        return new Filter(
                HashPath.of(field(map, "selector")),
                HashPath.of(field(map, "path")),
                Condition.of(field(map, "operator"), field(map, "value")),
                enabled);
    }

    private static Object field(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value;
    }

    /** Whether any of the four is set; a filter that is not keeps everything only because nobody asks it. */
    public boolean enabled() {
        return enabled;
    }

    /** Where the items are; the empty path makes items of the data's own fields. */
    public HashPath selector() {
        return selector;
    }

    /** What of an item the condition looks at; the empty path is the item itself. */
    public HashPath path() {
        return path;
    }

    /** What has to be true of it. */
    public Condition condition() {
        return condition;
    }

    /**
     * The items that meet the condition, under their keys: a list as long as these are 0, 1, 2 and so on, otherwise a map
     * from key to item. What is neither list nor map comes back as it is.
     *
     * @throws PayloadException where an item is no list or map and there is a path to look for in it, and as
     *     {@link HashPath#extract}
     */
    public Object matching(Object items) {
        if (items instanceof List<?> list) {
            ArrayBuilder kept = new ArrayBuilder();
            for (int i = 0; i < list.size(); i++) {
                if (keeps(list.get(i))) {
                    kept.keep(i, list.get(i));
                }
            }
            return kept.build();
        }
        if (!PhpArray.is(items)) {
            return items;
        }
        ArrayBuilder kept = new ArrayBuilder();
        PhpArray.anyEntry(items, (key, item) -> {
            if (keeps(item)) {
                kept.put(key, item);
            }
            return false;
        });
        return kept.build();
    }

    /**
     * The items of the data that meet the condition, as {@link #matching}.
     *
     * @throws PayloadException as {@link #matching}
     */
    public Object select(Object data) {
        return matching(selector.extract(data));
    }

    /** What the check of a workflow should show: one sentence for each oddity, none for a sound filter. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        selector.problems().forEach(it -> problems.add("Selector: " + it));
        path.problems().forEach(it -> problems.add("Path: " + it));
        if (enabled && !Condition.OPERATORS.contains(condition.operator())) {
            problems.add("The operator \"" + condition.operator() + "\" is not known, so nothing matches. Use one of "
                    + String.join(", ", Condition.OPERATORS) + ".");
        }
        return problems;
    }

    private boolean keeps(Object item) {
        Object found = path.extract(item);
        return switch (condition.operator()) {
            case "equals", "not_equals" -> condition.test(first(found));
            case "any_value" -> LooseComparison.truthy(found);
            default -> condition.test(found);
        };
    }

    /** PHP's {@code [0]} of what is not empty: of a list its first value, of text its first byte, otherwise null. */
    private static Object first(Object found) {
        if (!LooseComparison.truthy(found)) {
            return found;
        }
        if (PhpArray.is(found)) {
            return PhpArray.child(found, "0", null);
        }
        if (!(found instanceof String text)) {
            return null;
        }
        return text.charAt(0) < 0x80 ? text.substring(0, 1) : PART_OF_A_CHARACTER;
    }
}
