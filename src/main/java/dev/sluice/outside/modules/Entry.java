package dev.sluice.outside.modules;

import dev.sluice.module.Origin;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What misp-modules says of one module in {@code GET /modules}.
 *
 * @param name the file it is, and what it is asked by
 * @param type its one word for what it does: expansion, action and so on
 * @param attributes its {@code mispattributes}: for Enrichment, types of input and the format
 * @param meta its {@code moduleinfo}, with its {@code moduleconfig} as {@code config}
 */
record Entry(String name, String type, Map<String, Object> attributes, Map<String, Object> meta) {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=\\w)([A-Z])");
    private static final Pattern SYMBOLS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int MOST_EXITS = 10;

    /** The entries of a whole answer; those without a name are none. */
    static List<Entry> of(List<?> answer) {
        return answer.stream()
                .map(Entry::map)
                .filter(it -> it.get("name") instanceof String name && !name.isBlank())
                .map(Entry::of)
                .toList();
    }

    static Entry of(Map<String, Object> entry) {
        return new Entry(
                text(entry, "name", ""),
                text(entry, "type", ""),
                map(entry.get("mispattributes")),
                map(entry.get("meta")));
    }

    /** Whether its {@code module-type} names this type. */
    boolean isOf(String moduleType) {
        return list(meta.get("module-type")).contains(moduleType);
    }

    /** The id of the module that stands for it: MISP's own, so that imported workflows find it. */
    String moduleId() {
        return INNER_CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    /** The module that stands for it. Outputs are outputs here, not inputs as in MISP. */
    Spec spec(Origin origin, List<Param<?>> params) {
        Map<String, Object> config = map(meta.get("config"));
        Spec.Draft draft = Spec.action(moduleId(), name)
                .leavesData()
                .describedAs(text(meta, "description", "A module written in Python."))
                .icon(text(meta, "icon", "python"))
                .iconClass(text(meta, "icon_class", "fab"))
                .from(origin)
                .leadsTo(exits(meta.get("outputs")))
                .asks(params.toArray(Param<?>[]::new));
        if (is(config, "blocking")) {
            draft.blocking();
        }
        if (is(config, "expect_misp_core_format")) {
            draft.coreFormat();
        }
        if (is(config, "support_filters")) {
            draft.filters();
        }
        return draft.build();
    }

    /** Its fields; a value given there is an example and no default. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        map(map(meta.get("config")).get("params")).forEach((key, said) -> {
            Map<String, Object> param = map(said);
            String type = text(param, "type", "string");
            String id = SYMBOLS.matcher(key.toLowerCase(Locale.ROOT))
                    .replaceAll("_")
                    .replaceAll("^_|_$", "");
            Param<String> field =
                    type.equals("large_string") ? Param.textArea(id, label(key)) : Param.text(id, label(key));
            field = field.placeholder(text(param, "value", ""));
            fields.add(new Field(is(param, "jinja_supported") ? field.template() : field, type.equals("hash_path")));
        });
        return fields;
    }

    /** A parameter, and whether it is a path to what the module is to look at. */
    record Field(Param<String> param, boolean isPath) {}

    private static String label(String key) {
        StringBuilder words = new StringBuilder();
        for (String word : SYMBOLS.split(key)) {
            if (!word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return words.toString();
    }

    private static String[] exits(Object outputs) {
        int many = outputs instanceof Number number ? Math.min(number.intValue(), MOST_EXITS) : 1;
        return many == 1
                ? new String[] {"out"}
                : IntStream.rangeClosed(1, many).mapToObj(it -> "out " + it).toArray(String[]::new);
    }

    static boolean is(Map<String, Object> map, String key) {
        return map.get(key) instanceof Boolean flag
                ? flag
                : map.get(key) instanceof Number number && number.intValue() != 0;
    }

    static String text(Map<String, Object> map, String key, String otherwise) {
        String text = map.get(key) instanceof Map || map.get(key) instanceof List
                ? ""
                : Objects.toString(map.get(key), "").strip();
        return text.isEmpty() ? otherwise : text;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : new Fields();
    }
}
