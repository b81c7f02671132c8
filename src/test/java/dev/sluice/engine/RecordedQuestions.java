package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.fake.FakeMispModules;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What the original asked Enrichment modules in a recorded run. */
final class RecordedQuestions {
    private static final HashPath ATTRIBUTES = HashPath.parse("Event._AttributeFlattened.{n}");

    private RecordedQuestions() {}

    /**
     * Compares them with what was asked here, whole: module, attribute, event and settings. They may come in any order,
     * since several are asked at once here; how long an answer may take is told by us alone.
     */
    static void assertAsked(Map<String, Object> recorded, FakeMispModules service) {
        List<Map<String, Object>> asked =
                service.questions().stream().map(it -> without(it, "timeout")).toList();
        assertThat(asked)
                .usingElementComparator((a, b) -> Conformance.same(a, b) ? 0 : 1)
                .containsExactlyInAnyOrderElementsOf(of(recorded));
    }

    /**
     * That each answer is attached at the end, once. In the original it is gone where filters were reset, since that
     * restores the data as it was before the first filter; here it stays (D2).
     */
    static void assertAttached(Map<String, Object> recorded, Map<String, Object> data) {
        List<Object> asked = of(recorded).stream()
                .map(it -> Recorded.map(it.get("attribute")).get("uuid"))
                .toList();
        for (Object item : ATTRIBUTES.values(data)) {
            Map<String, Object> attribute = Recorded.map(item);
            if (asked.contains(attribute.get("uuid"))) {
                assertThat(attribute.get("enrichment"))
                        .as("%s", Json.write(attribute))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .hasSize(1);
            } else {
                assertThat(attribute).doesNotContainKey("enrichment");
            }
        }
    }

    /** Templates are rendered here, and of the acting user nothing is known but that it is the system. */
    private static List<Map<String, Object>> of(Map<String, Object> recorded) {
        return ((List<?>) Recorded.map(recorded.get("expected")).getOrDefault("http", List.of()))
                .stream()
                        .map(Recorded::map)
                        .filter(it -> "misp-modules".equals(it.get("to")))
                        .map(it -> Recorded.map(Recorded.map(it.get("body")).get("json")))
                        .filter(it -> !"jinja_template_rendering".equals(it.get("module")))
                        .map(RecordedQuestions::bySystem)
                        .toList();
    }

    private static Map<String, Object> bySystem(Map<String, Object> question) {
        Fields known = Fields.copyOf(question);
        known.put("user", Fields.of("id", 0L, "email", "SYSTEM"));
        return known;
    }

    private static Map<String, Object> without(Map<String, Object> question, String key) {
        Fields rest = Fields.copyOf(question);
        rest.remove(key);
        return rest;
    }
}
