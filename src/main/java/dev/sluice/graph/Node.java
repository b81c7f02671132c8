package dev.sluice.graph;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One use of a module in a workflow. Immutable, and so are the maps and lists in it.
 *
 * @param id what wires call it; a number written as text, as a rule
 * @param storedId the id as it stands in the drawing, a number or text
 * @param name what the drawing calls it; the name of the module where it does not say
 * @param moduleId as {@code tag-if}; empty where the drawing does not say
 * @param moduleType {@code trigger}, {@code logic}, {@code action}, or whatever else the drawing says; empty where nothing
 * @param params settings by parameter id ({@code indexed_params}); empty where the drawing has none
 * @param savedFilters {@code saved_filters} as stored, null where the drawing has none
 * @param multipleOutputs whether the drawing allows several wires on one exit; the module is not asked
 * @param exits in stored order, which is the order they are followed in; the one for errors, where there is one, is last
 * @param inputs in stored order
 * @param policy what happens when the module is slow or breaks
 * @param data everything stored under {@code data}, for what only a snapshot of the module knows
 * @param tree the whole node as stored, for those who have to tell it as it is
 */
public record Node(
        String id,
        Object storedId,
        String name,
        String moduleId,
        String moduleType,
        Map<String, Object> params,
        Object savedFilters,
        boolean multipleOutputs,
        List<Exit> exits,
        List<Input> inputs,
        Policy policy,
        Map<String, Object> data,
        Map<String, Object> tree) {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    /** The id as it is shown: a {@link Long} where it is a number, otherwise the text. */
    public Object shownId() {
        return shown(id);
    }

    /** The wires of all exits, in the order they are followed in. */
    public List<Wire> wires() {
        return exits.stream().flatMap(exit -> exit.wires().stream()).toList();
    }

    boolean isTrigger() {
        return moduleType.equals("trigger");
    }

    boolean isLogic(String id) {
        return moduleType.equals("logic") && moduleId.equals(id);
    }

    /** Starts jobs of their own behind it, under today's name or the historic one. */
    boolean isConcurrentTask() {
        return isLogic("concurrent-task") || isLogic("parallel-task");
    }

    static Object shown(String id) {
        return WHOLE.matcher(id).matches() ? (Object) Long.valueOf(id) : id;
    }
}
