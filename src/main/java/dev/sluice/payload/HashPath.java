package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A path into data in the language of CakePHP 2's {@code Hash}, as MISP workflows use it: {@code Event.Tag.{n}.name},
 * {@code Event._AttributeFlattened.{n}[type=/^ip-/][to_ids=1].value}. Keys are separated by dots; {@code {n}} follows
 * numeric keys, {@code {s}} text keys, {@code {*}} all; conditions in brackets keep the maps and lists that meet them.
 *
 * <p>Any text is a path; what is odd about it is told by {@link #problems()}. A path is parsed once, never changes, and
 * may be shared between threads. No method changes the data it is given.
 */
public final class HashPath {
    /** The longest path, in characters, that is worked with. */
    public static final int MAX_LENGTH = 1_024;

    /** The most steps, which dots separate, of a path that is worked with. */
    public static final int MAX_TOKENS = 64;

    /** The most values that one path may extract. */
    public static final int MAX_VALUES = 1_000_000;

    /** The most values that one path may look at to find them. */
    public static final int MAX_LOOKED_AT = 20_000_000;

    private static final PathToken[] NONE = {};
    private static final int EXCERPT = 80;

    private final String source;
    private final PathToken[] tokens;
    private final String[] keys;
    private final boolean simple;
    private final boolean list;
    private final List<String> problems;

    /** What keeps the path from being worked with at all, or null. */
    private final String refusal;

    private HashPath(String source, String[] keys, boolean list) {
        this.source = source;
        this.list = list;
        boolean tooLong = source.length() > MAX_LENGTH;
        PathText text = new PathText(tooLong ? "" : source);
        this.keys = tooLong ? new String[0] : keys == null ? source.split("\\.", -1) : keys;
        for (int i = 0; i < this.keys.length; i++) {
            this.keys[i] = this.keys[i].intern();
        }
        int steps = Math.max(text.tokens.size(), this.keys.length);
        this.tokens = steps > MAX_TOKENS ? NONE : text.tokens.toArray(NONE);
        this.simple = source.indexOf('{') < 0 && source.indexOf('[') < 0;
        if (tooLong) {
            this.refusal = "The path \"" + excerpt() + "\" has " + source.length() + " characters; at most "
                    + MAX_LENGTH + " are allowed.";
        } else if (steps > MAX_TOKENS) {
            this.refusal =
                    "The path \"" + excerpt() + "\" has " + steps + " steps; at most " + MAX_TOKENS + " are allowed.";
        } else if (list && this.keys.length > 0) {
            this.refusal = "A path has to be text such as Event.Tag, not a list.";
        } else {
            this.refusal = null;
        }
        List<String> all = new ArrayList<>(text.problems);
        if (refusal != null) {
            all.add(refusal);
        }
        this.problems = List.copyOf(all);
    }

    /** The path that a text stands for; null is the empty path. Never throws. */
    public static HashPath parse(String source) {
        return new HashPath(source == null ? "" : source, null, false);
    }

    /**
     * The path that a stored setting stands for: text, a number as its text, nothing as the empty path. A list is the keys
     * one after the other, which only {@link #get} accepts. Never throws.
     */
    public static HashPath of(Object setting) {
        if (!PhpArray.is(setting)) {
            return parse(LooseComparison.phpString(setting));
        }
        String[] keys = PhpArray.values(setting).stream()
                .map(LooseComparison::phpString)
                .toArray(String[]::new);
        return new HashPath(String.join(".", keys), keys, true);
    }

    /** The text it was parsed from. */
    public String source() {
        return source;
    }

    /** Whether it stands for the data itself: {@code ""}, and {@code "0"} as in PHP. */
    public boolean isEmpty() {
        return list ? keys.length == 0 : source.isEmpty() || source.equals("0");
    }

    /** What the check of a workflow should show: one sentence for each oddity, none for a sound path. */
    public List<String> problems() {
        return problems;
    }

    /**
     * What the path finds: the data itself for an empty path; for a path without braces and brackets the list or map
     * there, or a list of the one value, or an empty list; otherwise a new list of all values found, in order.
     *
     * @throws PayloadException where the data, or what a regular expression is held against, is of the wrong kind, or more
     *     is found or looked at than the budgets of this class allow
     */
    public Object extract(Object data) {
        if (isEmpty()) {
            return data;
        }
        requireUsable(data);
        if (simple) {
            Object found = find(data, null);
            return PhpArray.is(found) ? found : found == null ? new ArrayList<>(0) : listOf(found);
        }
        List<Object> found = new ArrayList<>();
        walk(data, value -> {
            if (found.size() == MAX_VALUES) {
                throw new PayloadException("The path \"" + excerpt() + "\" finds more than " + MAX_VALUES
                        + " values. Use fewer {n}, {s} and {*}, or add conditions.");
            }
            found.add(value);
            return false;
        });
        return found;
    }

    /** As {@link #extract}, as a list: of a map its values, of a single value (an empty path on one) that value. */
    public List<Object> values(Object data) {
        Object found = extract(data);
        return PhpArray.is(found) ? PhpArray.values(found) : found == null ? List.of() : listOf(found);
    }

    /**
     * Whether any value that the path finds passes a test. Values come in order, no list of them is built, and none is
     * looked for behind the first that passes.
     *
     * @throws PayloadException as {@link #extract}
     */
    public boolean anyMatch(Object data, Predicate<Object> test) {
        if (isEmpty() || simple) {
            return values(data).stream().anyMatch(test);
        }
        requireUsable(data);
        return walk(data, test);
    }

    /**
     * The value under the keys that the dots separate, or {@code otherwise} where a key is missing or its value null.
     * Braces and brackets are part of the keys.
     */
    public Object get(Object data, Object otherwise) {
        if (refusal != null && !list) {
            throw new PayloadException(refusal);
        }
        if (!LooseComparison.truthy(data)) {
            return otherwise;
        }
        return find(data, otherwise);
    }

    /**
     * The data with a value under the path. A path without braces and brackets sets its last key, makes maps on the way
     * and replaces what is none; otherwise the value is merged into each list or map the path finds, or set in it under
     * the simple rest of the path. Answers a new root that shares all values that stay the same.
     *
     * @throws PayloadException as {@link #extract}, and where the path leads into a value that is neither list nor map
     */
    public Object insert(Object data, Object value) {
        requireUsable(data);
        return new PathEdit(this, tokens).insert(data, value, 0);
    }

    /**
     * The data without what the path names. Lists and maps that become empty along {@code {n}}, {@code {s}} and
     * {@code {*}} are removed too; lists keep holes, and become maps with their indices as keys. Answers a new root that
     * shares all values that stay the same.
     *
     * @throws PayloadException as {@link #extract}
     */
    public Object remove(Object data) {
        requireUsable(data);
        return new PathEdit(this, tokens).remove(data, 0);
    }

    /**
     * Two extracts zipped into a map: keys from one path, values from another (null for all where it finds none). With a
     * path of groups the maps are nested, {@code {group: {key: value}}}; where it finds less, the group is {@code "0"}.
     *
     * @param groupPath may be null
     * @return a map, or a list where the keys are 0, 1, 2 and so on, also where there are none
     * @throws PayloadException where keys and values differ in number, and as {@link #extract}
     */
    public static Object combine(Object data, String keyPath, String valuePath, String groupPath) {
        return Combination.of(data, parse(keyPath), parse(valuePath), groupPath == null ? null : parse(groupPath));
    }

    @Override
    public String toString() {
        return source;
    }

    PayloadException notAnArray(Object value) {
        return new PayloadException("The path \"" + excerpt() + "\" leads into " + PhpArray.kind(value)
                + "; it needs a map or a list there.");
    }

    String excerpt() {
        return source.length() <= EXCERPT ? source : source.substring(0, EXCERPT) + "…";
    }

    private boolean walk(Object data, Predicate<Object> visitor) {
        return new PathWalk(tokens, new Budget(this), visitor).from(data, 0);
    }

    private Object find(Object data, Object otherwise) {
        Object at = data;
        for (String key : keys) {
            at = PhpArray.is(at) ? PhpArray.child(at, key, null) : null;
            if (at == null) {
                return otherwise;
            }
        }
        return at;
    }

    private void requireUsable(Object data) {
        if (refusal != null) {
            throw new PayloadException(refusal);
        }
        if (!(data instanceof Map || data instanceof List)) {
            throw notAnArray(data);
        }
    }

    private static List<Object> listOf(Object value) {
        List<Object> one = new ArrayList<>(1);
        one.add(value);
        return one;
    }
}
