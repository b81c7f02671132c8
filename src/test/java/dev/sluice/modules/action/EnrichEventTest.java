package dev.sluice.modules.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.fake.FakeMispModules;
import dev.sluice.fake.RecordedMispModules;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Settings;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.outside.misp.Misps;
import dev.sluice.outside.modules.Services;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded cases, as far as REST goes: what is asked, what is added to the event and what is published. The original
 * goes on with rows of its database; here the event is fetched and goes on in core format.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnrichEventTest {
    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<Arguments> cases() {
        Map<String, Object> file = Conformance.file("action-modules");
        return Conformance.cases("action-modules")
                .filter(it -> "enrich-event".equals(it.get("module")))
                .map(it -> Arguments.of(it.get("id"), it, Recorded.input(file, it)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asks_saves_and_publishes_as_the_original_did(
            String id, Map<String, Object> recorded, Map<String, Object> data) {
        List<Object> published = new ArrayList<>();
        try (FakeMisp misp = Misps.seeded();
                FakeMispModules service = RecordedMispModules.another();
                Services services = new Services(service, vertx)) {
            Action action = new EnrichEvent(
                    services.enrichment(),
                    Misps.port(misp, vertx),
                    (by, topic, message) -> {
                        published.add(message);
                        return Uni.createFrom().voidItem();
                    },
                    (by, trigger, payload) -> Uni.createFrom().item(List.of()));
            Visit visit = new Visit(
                    new Payload(data),
                    Settings.of(action.spec(), Recorded.map(recorded.get("indexed_params")), RealTemplates.jinja()),
                    Filter.of(recorded.get("saved_filters")),
                    new Occasion("", 7, "wf", "event-publish", 0),
                    Effects.real());

            Step step = action.act(visit).await().atMost(Duration.ofSeconds(20));

            assertThat(step instanceof Step.GoOn).isEqualTo(recorded.get("returned"));
            assertThat(step instanceof Step.Stop stop ? stop.reasons() : List.of())
                    .isEqualTo(recorded.get("errors"));
            Map<String, Object> effects = Recorded.map(recorded.get("effects"));
            assertThat(Conformance.same(all(effects.get("zmq"), "data"), published))
                    .as("%s", published)
                    .isTrue();
            assertThat(Conformance.same(questions(effects), asked(service)))
                    .as("%s should be %s", asked(service), questions(effects))
                    .isTrue();
            assertThat(added(misp)).isEqualTo(rows(effects));
            assertThat(count(visit.payload().data())).isEqualTo(count(recordedOut(recorded, data)));
        }
    }

    private static Object recordedOut(Map<String, Object> recorded, Map<String, Object> data) {
        return recorded.get("roaming_out") instanceof Map<?, ?> out ? out.get("full") : data;
    }

    /** How many attributes the event has where the workflow goes on. */
    private static Object count(Object data) {
        return Recorded.map(Recorded.map(data).get("Event")).get("attribute_count");
    }

    private static List<Object> questions(Map<String, Object> effects) {
        return all(effects.get("http"), "body").stream()
                .map(it -> Recorded.map(it).get("json"))
                .toList();
    }

    private static List<Object> asked(FakeMispModules service) {
        return service.questions().stream()
                .<Object>map(it -> {
                    Fields question = Fields.copyOf(it);
                    question.remove("timeout");
                    return question;
                })
                .toList();
    }

    /** Value, type and comment of what was added, by REST and to the table. */
    private static List<String> added(FakeMisp misp) {
        return misp.calls().stream()
                .filter(it -> it.path().startsWith("/events/edit/"))
                .flatMap(it ->
                        list(Recorded.map(Recorded.map(it.body()).get("Event")).get("Attribute")).stream())
                .map(Recorded::map)
                .map(it ->
                        it.get("value") + " " + it.get("type") + " " + it.get("comment") + " " + it.get("distribution"))
                .toList();
    }

    private static List<String> rows(Map<String, Object> effects) {
        Map<String, Object> attributes =
                Recorded.map(Recorded.map(effects.get("db")).get("attributes"));
        return list(attributes.get("added")).stream()
                .map(Recorded::map)
                .map(it -> it.get("value1") + " " + it.get("type") + " " + it.get("comment") + " "
                        + it.get("distribution"))
                .toList();
    }

    private static List<Object> all(Object list, String key) {
        return list(list).stream().map(it -> Recorded.map(it).get(key)).toList();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
