package dev.sluice.http.workflow;

import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import dev.sluice.store.WorkflowRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A workflow in the JSON that MISP's REST API speaks: {@code {"Workflow": {…}}}, numbers as texts. */
record MispWorkflow(String uuid, String name, String description, String trigger, boolean debug, Object graph) {

    static MispWorkflow read(Map<String, Object> body) {
        Map<String, Object> workflow = Bodies.member(body, "Workflow");
        if (workflow == null) {
            workflow = body;
        }
        Object graph = workflow.get("data");
        if (graph == null) {
            throw new ProblemException(
                    400, "This is no workflow of MISP: {\"Workflow\": {\"data\": …}} was expected, and has no data.");
        }
        if (graph instanceof String text) {
            graph = parsed(text);
        }
        return new MispWorkflow(
                text(workflow.get("uuid")),
                text(workflow.get("name")),
                text(workflow.get("description")),
                text(workflow.get("trigger_id")),
                List.of("1", "true").contains(Objects.toString(workflow.get("debug_enabled"), "")),
                graph);
    }

    private static Object parsed(String text) {
        try {
            return Json.parse(text);
        } catch (PayloadException e) {
            throw new ProblemException(400, "`data` is a text that holds no JSON. " + e.getMessage());
        }
    }

    private static String text(Object value) {
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    static Map<String, Object> write(WorkflowRow row) {
        return Fields.of(
                "Workflow",
                Fields.of(
                        "id", String.valueOf(row.id()),
                        "uuid", row.uuid(),
                        "name", row.name(),
                        "description", row.description(),
                        "timestamp", String.valueOf(row.updatedAt().getEpochSecond()),
                        "enabled", row.enabled(),
                        "counter", String.valueOf(row.counter()),
                        "trigger_id", row.trigger(),
                        "debug_enabled", row.debugEnabled(),
                        "data", row.tree()));
    }
}
