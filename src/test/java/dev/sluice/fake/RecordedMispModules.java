package dev.sluice.fake;

import dev.sluice.conformance.Conformance;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The misp-modules service of the machine on which the original was recorded, for all tests of the whole program. */
@QuarkusTestResource(RecordedMispModules.class)
public final class RecordedMispModules implements QuarkusTestResourceLifecycleManager {
    private static FakeMispModules service;

    /** The service itself. */
    public static FakeMispModules service() {
        return service;
    }

    /** One of one's own that is like it. */
    public static FakeMispModules another() {
        return new FakeMispModules()
                .lists(Conformance.file("module-catalog").get("misp_modules_introspection"))
                .answers(RecordedMispModules::answer);
    }

    @Override
    public Map<String, String> start() {
        service = another();
        return Map.of(
                "sluice.modules.action.url", service.url(),
                "sluice.modules.enrichment.url", service.url(),
                "sluice.modules.enrichment.config.oracle_expand.apikey", "synthetic-key");
    }

    @Override
    public void stop() {
        service.close();
    }

    private static Object answer(Map<String, Object> question) {
        String module = Objects.toString(question.get("module"));
        if (RecordedEnrichment.offers(module)) {
            return RecordedEnrichment.answer(module, question);
        }
        return switch (module) {
            case "oracle_expand" -> found("enriched:" + valueOf(question));
            case "oracle_country" -> found("Luxembourg");
            case "oracle_action_blocking" -> Fields.of("error", "synthetic action error");
            default -> Fields.of("data", true);
        };
    }

    private static Object found(String value) {
        return Fields.of("results", List.of(Fields.of("types", List.of("text"), "values", List.of(value))));
    }

    private static Object valueOf(Map<String, Object> question) {
        for (String type : List.of("ip-src", "ip-dst", "domain")) {
            if (question.containsKey(type)) {
                return question.get(type);
            }
        }
        throw new AssertionError("no value in " + Json.write(question));
    }
}
