package dev.sluice.bench;

import dev.sluice.engine.Background;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.graph.Drawflow;
import dev.sluice.module.Misp;
import dev.sluice.module.Modules;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Templates;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the benchmarks work on: events of any size and the workflow event-publish → tag-if → stop-execution. */
final class Events {
    private Events() {}

    /** An event in core format with so many attributes, one in three of them tagged; none of the tags is tlp:red. */
    static String event(int attributes) {
        StringBuilder json = new StringBuilder(attributes * 420 + 1_000);
        json.append("{\"Event\":{\"id\":\"42\",\"orgc_id\":\"1\",\"org_id\":\"1\",\"date\":\"2026-11-24\",")
                .append("\"threat_level_id\":\"2\",\"info\":\"Benchmark event\",\"published\":false,")
                .append("\"uuid\":\"5f6b0c1e-0000-4000-8000-000000000042\",\"attribute_count\":\"")
                .append(attributes)
                .append("\",\"analysis\":\"1\",\"timestamp\":\"1714550400\",\"distribution\":\"1\",")
                .append("\"proposal_email_lock\":false,\"locked\":false,\"publish_timestamp\":\"0\",")
                .append("\"sharing_group_id\":\"0\",\"disable_correlation\":false,\"extends_uuid\":\"\",")
                .append("\"Orgc\":{\"id\":\"1\",\"name\":\"ORG\",\"uuid\":\"5f6b0c1e-0000-4000-8000-000000000001\"},")
                .append("\"Tag\":[{\"id\":\"2\",\"name\":\"tlp:amber\",\"colour\":\"#ffc000\",\"exportable\":true}],")
                .append("\"Attribute\":[");
        for (int i = 0; i < attributes; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\",\"type\":\"ip-dst\",\"category\":\"Network activity\",\"to_ids\":true,\"uuid\":\"")
                    .append(String.format("66666666-0000-4000-8000-%012d", i))
                    .append("\",\"event_id\":\"42\",\"distribution\":\"5\",\"timestamp\":\"1714550401\",")
                    .append("\"comment\":\"seen in the wild\",\"sharing_group_id\":\"0\",\"deleted\":false,")
                    .append("\"disable_correlation\":false,\"object_id\":\"0\",\"object_relation\":null,")
                    .append("\"first_seen\":null,\"last_seen\":null,\"value\":\"198.51.100.")
                    .append(i % 256)
                    .append('"');
            if (i % 3 == 0) {
                json.append(
                        ",\"Tag\":[{\"id\":\"7\",\"name\":\"PAP:AMBER\",\"colour\":\"#ffc000\",\"exportable\":true}]");
            }
            json.append('}');
        }
        return json.append("]}}").toString();
    }

    /** The workflow, looking for a tag that no attribute has, which is the most work. */
    static String workflow() {
        return """
            {"1":{"id":1,"data":{"id":"event-publish","module_type":"trigger","indexed_params":[]},"inputs":[],
                "outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}}},
             "2":{"id":2,"data":{"id":"tag-if","module_type":"logic","indexed_params":
                {"scope":"event_attribute","condition":"in_or","tags":["tlp:red"]}},
                "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},
                "outputs":{"output_1":{"connections":[]},
                  "output_2":{"connections":[{"node":"3","output":"input_1"}]}}},
             "3":{"id":3,"data":{"id":"stop-execution","module_type":"action","indexed_params":{"message":"no"}},
                "inputs":{"input_1":{"connections":[{"node":"2","input":"output_2"}]}},"outputs":[]}}
            """;
    }

    /** With no platform connected nothing is asked of it. */
    private static final Misp NO_PLATFORM = (Misp) Proxy.newProxyInstance(
            Misp.class.getClassLoader(),
            new Class<?>[] {Misp.class},
            (proxy, method, args) -> method.getName().equals("isConfigured") ? false : null);

    static Plan plan() {
        Templates templates = RealTemplates.jinja();
        return Plan.of(
                new Plan.Source(1, 1, "bench", "event-publish", false),
                Drawflow.read(Json.parse(workflow())),
                modules(),
                templates);
    }

    static Engine engine() {
        Background none = branches -> {
            throw new IllegalStateException("no branches here");
        };
        return new Engine(spec -> true, none, List.of(), Clock.systemUTC());
    }

    private static Modules modules() {
        List<WorkflowModule> modules = new ArrayList<>();
        for (String name : List.of("trigger.EventPublish", "logic.TagIf", "action.StopExecution")) {
            modules.add((WorkflowModule) made("dev.sluice.modules." + name));
        }
        return new Modules(modules);
    }

    /** Made as CDI does, with what its constructor asks for. */
    private static Object made(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] asked = Arrays.stream(constructor.getParameterTypes())
                    .map(it -> it == Misp.class ? NO_PLATFORM : made(it.getName()))
                    .toArray();
            return constructor.newInstance(asked);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
