package dev.sluice.modules.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.outside.misp.Misps;
import dev.sluice.payload.CoreFormat;
import dev.sluice.payload.Fields;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recorded cases do not show of the actions that need MISP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispActionsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String EVENT = "3b2a1908-7f6e-4d5c-8b4a-000000000099";

    private final FakeMisp fake = Misps.seeded();
    private static final String EMPTY = "55555555-0000-4000-8000-000000000077";
    private static final Map<String, Object> PARAMS =
            Fields.of("tags", List.of("a"), "warninglist", "2", "decayingmodels", List.of("1"), "proposal_type", "any");

    private final Misp misp = Misps.port(fake, VERTX);

    @AfterEach
    void stop() {
        fake.close();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<Function<Misp, Action>> all() {
        return Stream.of(
                TagOperation::new,
                TagReplacementTlp::new,
                AttributeIdsFlagOperation::new,
                AttributeCommentOperation::new,
                EventDistributionOperation::new,
                ProposalAction::new,
                PublishEvent::new,
                misp -> new ReloadFullEvent(misp, trigger -> true),
                AddToWarninglist::new,
                AttachWarninglist::new,
                AttachDecayScore::new,
                AssignCountry::new);
    }

    @ParameterizedTest
    @MethodSource("all")
    void without_a_misp_it_says_so_beforehand_and_when_it_is_reached(Function<Misp, Action> module) {
        Action action = module.apply(Misps.port(null, VERTX));
        Map<String, Object> attribute =
                Fields.of("uuid", "u-1", "type", "ip-dst", "value", "1.2.3.4", "to_ids", true, "event_id", "1");
        attribute.put("ShadowAttribute", List.of(Fields.of("id", "1")));
        Map<String, Object> data = event(List.of(attribute), "TLP-RED");

        assertThat(action.diagnostics()).containsExactly(Misp.NOT_CONFIGURED);
        assertThatThrownBy(() -> act(Visits.real(action, RealTemplates.jinja(), PARAMS, data), action))
                .hasMessage(Misp.NOT_CONFIGURED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_event_without_anything_in_it_does_no_harm(Function<Misp, Action> module) {
        Action action = module.apply(misp);

        act(Visits.real(action, RealTemplates.jinja(), Fields.of("tags", List.of("a")), new Fields()), action);

        assertThat(fake.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TLP-AMBER, tlp:amber",
        "tlp:amber+strict, tlp:amber+strict",
        "TLP:AMBER+STRICT, tlp:amber+strict",
        "tlp=\"red\", tlp:red",
        "mytlp:red, ''",
        "tlp : red, ''"
    })
    void tags_that_mean_a_tlp_colour_are_replaced(String tag, String proper) {
        Map<String, Object> data = event(List.of(), tag);
        fake.has(data);
        Action replacement = new TagReplacementTlp(misp);

        act(Visits.real(replacement, RealTemplates.jinja(), Fields.of("remove_substituted", "yes"), data), replacement);

        assertThat(tags()).containsExactly(proper.isEmpty() || proper.equalsIgnoreCase(tag) ? tag : proper);
    }

    @Test
    void ten_thousand_attributes_are_edited_in_one_call() {
        Map<String, Object> data = event(tenThousand());
        fake.has(data);
        Action edit = new AttributeIdsFlagOperation(misp);

        Step step = act(Visits.real(edit, RealTemplates.jinja(), Fields.of("action", "remove"), data), edit);

        assertThat(step).isInstanceOf(Step.GoOn.class);
        assertThat(fake.calls()).hasSize(1);
        assertThat(Items.flattened(data)).hasSize(10_000).allMatch(it -> it.get("to_ids")
                .equals(false));
    }

    @Test
    void an_event_is_published() {
        Map<String, Object> data = event(List.of());
        fake.has(data);
        Action publish = new PublishEvent(misp);

        act(Visits.real(publish, RealTemplates.jinja(), Map.of(), data), publish);

        assertThat(fake.event("77")).containsEntry("published", true);
    }

    @Test
    void an_event_that_misp_does_not_have_cannot_be_reloaded() {
        Action reload = new ReloadFullEvent(misp, trigger -> true);

        assertThatThrownBy(() -> act(Visits.real(reload, RealTemplates.jinja(), Map.of(), event(List.of())), reload))
                .hasMessage("MISP has no event 77 that the key's user may see.");
    }

    @Test
    void behind_a_trigger_without_core_format_nothing_is_reloaded() {
        Action reload = new ReloadFullEvent(misp, trigger -> false);
        Map<String, Object> post = event(List.of());

        assertThat(act(Visits.real(reload, RealTemplates.jinja(), Map.of(), post), reload))
                .isInstanceOf(Step.GoOn.class);
        assertThat(fake.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_event_without_attributes_and_tags_fails_nobody(Function<Misp, Action> module) {
        Action action = module.apply(misp);
        Map<String, Object> data = Fields.of("Event", Fields.of("id", "77", "uuid", EMPTY));
        fake.has(data);

        act(Visits.real(action, RealTemplates.jinja(), PARAMS, data), action);

        assertThat(fake.calls()).hasSizeLessThan(5);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_event_with_ten_thousand_attributes_is_few_calls(Function<Misp, Action> module) {
        Action action = module.apply(misp);
        Map<String, Object> data = event(tenThousand());
        fake.has(data);

        act(Visits.real(action, RealTemplates.jinja(), PARAMS, data), action);

        assertThat(fake.calls()).hasSizeLessThan(5);
        assertThat(Items.flattened(data)).hasSize(10_000);
    }

    @Test
    void a_dry_run_tells_the_tags_it_would_attach() {
        Action tag = new TagOperation(misp);
        Visit visit = Visits.dry(tag, RealTemplates.jinja(), Fields.of("tags", List.of("a", "b")), event(List.of()));

        act(visit, tag);

        assertThat(visit.effects().recorded())
                .extracting(it -> it.get("kind") + " " + it.get("tag"))
                .containsExactly("misp.tag.add a", "misp.tag.add b");
    }

    private static List<Map<String, Object>> tenThousand() {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            attributes.add(Fields.of(
                    "id",
                    String.valueOf(1000 + i),
                    "uuid",
                    new UUID(7, i).toString(),
                    "type",
                    "ip-dst",
                    "object_id",
                    "0",
                    "to_ids",
                    true));
        }
        return attributes;
    }

    private List<Object> tags() {
        return Items.maps(fake.event("77").get("Tag")).stream()
                .map(it -> it.get("name"))
                .toList();
    }

    private static Map<String, Object> event(List<Map<String, Object>> attributes, String... tags) {
        Fields event = Fields.of("id", "77", "uuid", EVENT, "info", "an event", "orgc_id", "1", "published", false);
        event.put("Attribute", new ArrayList<Object>(attributes));
        event.put(
                "Tag",
                new ArrayList<Object>(
                        Stream.of(tags).map(it -> Fields.of("name", it)).toList()));
        return CoreFormat.normalize(Fields.of("Event", event), CoreFormat.Parents.UNKNOWN);
    }

    private static Step act(Visit visit, Action action) {
        return action.act(visit).await().atMost(Duration.ofSeconds(20));
    }
}
