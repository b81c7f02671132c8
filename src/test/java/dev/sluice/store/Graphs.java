package dev.sluice.store;

/** Graphs as JSON text. */
public final class Graphs {
    private Graphs() {}

    /** Only a trigger node, with a mark to tell graphs apart. */
    public static String onlyTrigger(String trigger, String mark) {
        return "{\"1\":{\"id\":1,\"name\":\"%s\",\"data\":{\"id\":\"%s\",\"module_type\":\"trigger\"},\"inputs\":[],\"outputs\":{\"output_1\":{\"connections\":[]}}}}"
                .formatted(mark, trigger);
    }

    /** A trigger node wired to one action. */
    public static String triggerThen(String trigger, String action) {
        return ("{\"1\":{\"id\":1,\"data\":{\"id\":\"%s\",\"module_type\":\"trigger\"},\"inputs\":[],"
                        + "\"outputs\":{\"output_1\":{\"connections\":[{\"node\":\"2\",\"output\":\"input_1\"}]}}},"
                        + "\"2\":{\"id\":2,\"data\":{\"id\":\"%s\",\"module_type\":\"action\"},"
                        + "\"inputs\":{\"input_1\":{\"connections\":[{\"node\":\"1\",\"input\":\"output_1\"}]}},"
                        + "\"outputs\":{\"output_1\":{\"connections\":[]}}}}")
                .formatted(trigger, action);
    }
}
