package dev.sluice.module;

import dev.sluice.payload.HashPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One parameter of a module: the field in its settings form and its typed reader in one. Declared once as a constant of
 * the module, read with {@link Visit#get}. The methods that describe it further give a new one; none changes it.
 *
 * @param <T> what a module gets: text, a list of texts, a parsed {@link HashPath}, or the value as it was stored
 */
public final class Param<T> implements Cloneable {
    /** The kinds of form field, under MISP's names. */
    public enum Widget {
        INPUT,
        TEXTAREA,
        HASHPATH,
        SELECT,
        PICKER,
        CHECKBOX,
        RADIO
    }

    private final String id;
    private final String label;
    private final Widget widget;
    private final Function<Object, T> reader;
    private Object standard;
    private String placeholder = "";
    private List<Option> options = List.of();
    private boolean multiple;
    private boolean freeEntries;
    private boolean template;
    private boolean lines;
    private boolean subSelector;
    private boolean required;
    private boolean secrets;
    private Choices choices;
    private Map<String, List<String>> shownWhen = Map.of();

    private Param(Widget widget, String id, String label, Function<Object, T> reader) {
        this.id = id;
        this.label = label;
        this.widget = widget;
        this.reader = reader;
    }

    /** One line of text. */
    public static Param<String> text(String id, String label) {
        return new Param<>(Widget.INPUT, id, label, Param::asText);
    }

    /** Several lines of text. */
    public static Param<String> textArea(String id, String label) {
        return new Param<>(Widget.TEXTAREA, id, label, Param::asText);
    }

    /** One line, read as the value that was stored: MISP compares loosely, so a stored 5 is not always "5". */
    public static Param<Object> value(String id, String label) {
        return new Param<>(Widget.INPUT, id, label, it -> it);
    }

    /** One of some fixed choices. A stored value that is not among them is read as it stands. */
    public static Param<String> select(String id, String label, Object standard, List<Option> options) {
        return new Param<>(Widget.SELECT, id, label, Param::asText).with(it -> {
            it.standard = standard;
            it.options = List.copyOf(options);
        });
    }

    /** Several of many choices, looked up by text; older workflows store a single one as text. */
    public static Param<List<String>> picker(String id, String label) {
        return new Param<>(Widget.PICKER, id, label, Param::asTexts).with(it -> it.multiple = true);
    }

    /** Entries typed by the user, read as they were stored. */
    public static Param<Object> entries(String id, String label) {
        return new Param<Object>(Widget.PICKER, id, label, it -> it).with(it -> it.freeEntries = true);
    }

    /** A path into the data, parsed once per workflow version. */
    public static Param<HashPath> hashPath(String id, String label) {
        return new Param<>(Widget.HASHPATH, id, label, it -> HashPath.parse(asText(it)));
    }

    /** A path relative to each item that another parameter selects. */
    public static Param<HashPath> subPath(String id, String label) {
        return hashPath(id, label).with(it -> it.subSelector = true);
    }

    /** Choices of a picker that are always there, before those that are looked up. */
    public Param<T> options(List<Option> options) {
        return with(it -> it.options = List.copyOf(options));
    }

    /** The choices are looked up there instead of being fixed. */
    public Param<T> from(Choices choices) {
        return with(it -> it.choices = choices);
    }

    /** One choice only, of a picker. */
    public static Param<String> single(String id, String label) {
        return new Param<>(Widget.PICKER, id, label, Param::asText);
    }

    /** What counts where nothing, or null, is stored. An empty text that is stored stays empty. Never rendered. */
    public Param<T> standard(Object standard) {
        return with(it -> it.standard = standard);
    }

    /** The example shown in the empty field. */
    public Param<T> placeholder(String placeholder) {
        return with(it -> it.placeholder = placeholder);
    }

    /** The stored text is a template, rendered with the data as the node sees it. */
    public Param<T> template() {
        return with(it -> it.template = true);
    }

    /** As {@link #template}, of lines that say something of their own: values from the data stay within theirs. */
    public Param<T> templateOfLines() {
        return template().with(it -> it.lines = true);
    }

    /** A workflow that leaves it empty is warned about. */
    public Param<T> required() {
        return with(it -> it.required = true);
    }

    /** {@code ${secret:name}} may stand in the text, which goes to {@link Outbound} and nowhere else. */
    public Param<T> secrets() {
        return with(it -> it.secrets = true);
    }

    /** The field is shown, and may be missing, only while another parameter has one of these values. */
    public Param<T> shownWhen(String param, String... values) {
        Map<String, List<String>> conditions = new LinkedHashMap<>(shownWhen);
        conditions.put(param, List.of(values));
        return with(it -> it.shownWhen = Map.copyOf(conditions));
    }

    @SuppressWarnings("unchecked")
    private Param<T> with(Consumer<Param<T>> change) {
        try {
            Param<T> copy = (Param<T>) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** The key under which workflows store it. */
    public String id() {
        return id;
    }

    /** The words beside the field. */
    public String label() {
        return label;
    }

    /** The kind of field. */
    public Widget widget() {
        return widget;
    }

    /** What counts where nothing is stored; null where that is the empty text. */
    public Object standard() {
        return standard;
    }

    /** The example in the empty field, or "". */
    public String placeholder() {
        return placeholder;
    }

    /** The fixed choices; empty where all are looked up. */
    public List<Option> options() {
        return options;
    }

    /** Where further choices are looked up; empty where they are all fixed. */
    public Optional<Choices> choices() {
        return Optional.ofNullable(choices);
    }

    /** Whether several choices can be made. */
    public boolean isMultiple() {
        return multiple;
    }

    /** Whether a picker takes entries that are not among its choices. */
    public boolean takesFreeEntries() {
        return freeEntries;
    }

    /** Whether the stored text is a template. */
    public boolean isTemplate() {
        return template;
    }

    /** Whether it is a template whose values each stay within their line. */
    boolean isTemplateOfLines() {
        return lines;
    }

    /** Whether a path starts at an item instead of at the whole data. */
    public boolean isSubSelector() {
        return subSelector;
    }

    /** Whether a workflow without it is warned about. */
    public boolean isRequired() {
        return required;
    }

    /** Whether secrets may be named in its text. */
    public boolean takesSecrets() {
        return secrets;
    }

    /** Other parameters and their values that make the field show, one match being enough; empty: always. */
    public Map<String, List<String>> shownWhen() {
        return shownWhen;
    }

    /** The stored value, never null, as the module reads it. */
    T read(Object stored) {
        return reader.apply(stored);
    }

    private static String asText(Object stored) {
        if (stored == null || Boolean.FALSE.equals(stored)) {
            return "";
        }
        if (stored instanceof Collection<?> list) {
            return list.isEmpty() ? "" : Objects.toString(list.iterator().next(), "");
        }
        return Boolean.TRUE.equals(stored) ? "1" : stored.toString();
    }

    private static List<String> asTexts(Object stored) {
        if (stored instanceof Map<?, ?> map) {
            return asTexts(map.values());
        }
        if (stored instanceof Collection<?> list) {
            List<String> texts = new ArrayList<>(list.size());
            list.forEach(it -> texts.add(asText(it)));
            return texts;
        }
        String one = asText(stored);
        return one.isEmpty() ? List.of() : List.of(one);
    }
}
