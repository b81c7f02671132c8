package dev.sluice.store;

/** Graphs as JSON text. */
public final class Graphs {
    private Graphs() {}

    /** Only a trigger node, with a mark to tell graphs apart. */
    public static String onlyTrigger(String trigger, String mark) {
        return "{\"1\":{\"id\":1,\"name\":\"%s\",\"data\":{\"id\":\"%s\",\"module_type\":\"trigger\"},\"inputs\":[],\"outputs\":{\"output_1\":{\"connections\":[]}}}}"
                .formatted(mark, trigger);
    }

    /** A trigger node wired to the first of some actions, each wired to the next. */
    public static String triggerThen(String trigger, String... actions) {
        StringBuilder graph = new StringBuilder("{" + node(1, "trigger", trigger, actions.length > 0));
        for (int i = 0; i < actions.length; i++) {
            graph.append(',').append(node(i + 2, "action", actions[i], i + 1 < actions.length));
        }
        return graph.append('}').toString();
    }

    private static String node(int id, String type, String module, boolean wired) {
        String out = wired ? "{\"node\":\"" + (id + 1) + "\",\"output\":\"input_1\"}" : "";
        String in = id == 1
                ? "[]"
                : "{\"input_1\":{\"connections\":[{\"node\":\"" + (id - 1) + "\",\"input\":\"output_1\"}]}}";
        return ("\"%d\":{\"id\":%d,\"data\":{\"id\":\"%s\",\"module_type\":\"%s\"},\"inputs\":%s,"
                        + "\"outputs\":{\"output_1\":{\"connections\":[%s]}}}")
                .formatted(id, id, module, type, in, out);
    }
}
