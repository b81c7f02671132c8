package dev.sluice.crash;

import static org.awaitility.Awaitility.await;

import dev.sluice.payload.Fields;
import dev.sluice.program.Program;
import java.time.Duration;
import java.util.List;

/** The workflow that is run: each call is a task with an effect, and sends off a branch, a task with another. */
final class Workflow {
    private Workflow() {}

    /** Waits until all is done. */
    static void drain(Program program) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> program.tasks(""), it -> it == 0);
    }

    /** A trigger, an effect, a concurrent task, and another effect behind it. */
    static void draw(Program program, Ledger ledger) {
        program.ask(
                "POST",
                "/api/v1/triggers",
                Fields.of("id", "crash-test", "name", "Crash test", "scope", "test", "blocking", false));
        program.ask(
                "POST",
                "/api/v1/workflows",
                Fields.of(
                        "trigger",
                        "crash-test",
                        "graph",
                        Fields.of(
                                "1", node(1, "trigger", "crash-test", new Fields(), "2"),
                                "2", node(2, "action", "webhook", Fields.of("url", ledger.url("/first")), "3"),
                                "3", node(3, "logic", "concurrent-task", new Fields(), "4"),
                                "4", node(4, "action", "webhook", Fields.of("url", ledger.url("/second")), null))));
        program.ask("PATCH", "/api/v1/triggers/crash-test", Fields.of("enabled", true));
    }

    private static Fields node(int id, String type, String module, Fields params, String next) {
        Object wires = next == null ? List.of() : List.of(Fields.of("node", next, "output", "input_1"));
        Object before = id == 1
                ? new Fields()
                : Fields.of(
                        "input_1",
                        Fields.of("connections", List.of(Fields.of("node", "" + (id - 1), "input", "output_1"))));
        return Fields.of(
                "id",
                (long) id,
                "data",
                Fields.of("id", module, "module_type", type, "indexed_params", params),
                "inputs",
                before,
                "outputs",
                Fields.of("output_1", Fields.of("connections", wires)));
    }
}
