package dev.sluice.store.debug;

import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import dev.sluice.engine.Watch;
import dev.sluice.engine.Watcher.Head;
import dev.sluice.graph.Node;
import dev.sluice.outside.Secrets;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.payload.Payload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells of one run what MISP tells of it, in its words. A branch has neither a beginning nor an end there. */
final class DebugWatch implements Watch {
    private static final int LONGEST_MESSAGE = 1_000;

    private final Head head;
    private final boolean slides;
    private final Clock clock;
    private final DebugQueue queue;
    private final List<Object> executed = new ArrayList<>();
    private final List<Object> blocking = new ArrayList<>();
    private byte[] original;
    private boolean begun;
    private boolean over;

    DebugWatch(Head head, DebugConfig.Form form, Clock clock, DebugQueue queue) {
        this.head = head;
        this.slides = form == DebugConfig.Form.SLIDES;
        this.clock = clock;
        this.queue = queue;
    }

    @Override
    public synchronized void received(Map<String, Object> raw) {
        original = slides || !queue.hasRoom() ? null : Json.writeBytes(raw);
    }

    @Override
    public synchronized void normalized(Map<String, Object> data) {
        String path = "/init?type=" + (head.blocking() ? "blocking" : "non-blocking");
        if (queue.hasRoom()) {
            byte[] normalized = Json.writeBytes(data);
            DebugBody body = new DebugBody(source(null), clock);
            body.data(original == null ? normalized : DebugBody.pair("original", original, "normalized", normalized));
            send(path, body);
        } else {
            queue.noRoom();
        }
        original = null;
    }

    @Override
    public synchronized void begun() {
        begun = true;
    }

    @Override
    public synchronized void visited(Node node, Visited visited, Payload payload) {
        if (over) {
            return;
        }
        boolean action = !node.moduleType().equals("logic");
        if (action && head.parentId() == null) {
            note(node, visited);
        }
        if (!queue.hasRoom()) {
            queue.noRoom();
            return;
        }
        DebugBody body = new DebugBody(source(node), clock);
        body.data(Json.writeBytes(payload.view()));
        if (!slides && ran(visited) && !visited.errors().isEmpty()) {
            body.errors(visited.errors());
        }
        send("/exec/" + encoded(node.moduleId()) + "?result=" + result(visited, action), body);
    }

    @Override
    public synchronized void ended(Run run) {
        over = true;
        if (!begun) {
            return;
        }
        DebugBody body = new DebugBody(source(null), clock);
        body.data(Json.writeBytes(Fields.of(
                "blocking_nodes", blocking, "executed_nodes", executed, "blocked_paths", run.blockedPaths())));
        send("/end?outcome=" + run.outcome().id(), body);
    }

    private void note(Node node, Visited visited) {
        Object tree = Secrets.masked(node.tree());
        executed.add(tree);
        if (!visited.result().equals("continued")) {
            blocking.add(tree);
        }
    }

    private static Map<String, Object> source(Node node) {
        if (node == null) {
            return Fields.of("node_id", "", "module_id", "", "filters", "", "parameters", "");
        }
        return Fields.of(
                "node_id", node.shownId(),
                "module_id", node.moduleId(),
                "filters", node.savedFilters() == null ? "" : node.savedFilters(),
                "parameters", Secrets.masked(node.data().getOrDefault("indexed_params", "")));
    }

    private static boolean ran(Visited visited) {
        return switch (visited.result()) {
            case "error", "disabled", "unknown" -> false;
            default -> true;
        };
    }

    private String result(Visited visited, boolean action) {
        return switch (visited.result()) {
            case "error" -> "error&message=" + encoded(message(visited));
            case "disabled" -> "disabled_module";
            case "unknown" -> "loading_error";
            case "failed", "stopped" -> action && !slides ? "partial-success" : "success";
            default -> "success";
        };
    }

    /** What the module said, without the sentence that the engine made of it. */
    private static String message(Visited visited) {
        String sentence = visited.errors().isEmpty() ? "" : visited.errors().get(0);
        String before = "Error while executing module " + visited.module() + ". Error: ";
        String message = sentence.startsWith(before) ? sentence.substring(before.length()) : sentence;
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    }

    private void send(String path, DebugBody body) {
        String whole = slides ? path : "/" + encoded(head.source().trigger()) + path;
        queue.add(new DebugRequest(head.source().workflowId(), head.runId(), clock.instant(), whole, body.bytes()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
