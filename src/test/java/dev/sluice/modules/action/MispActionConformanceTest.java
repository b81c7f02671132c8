package dev.sluice.modules.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Misp;
import dev.sluice.module.Occasion;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Settings;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.outside.misp.Misps;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Json;
import dev.sluice.payload.Payload;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The actions that change the platform against what the original left in its database: here what its REST calls leave in
 * a fake MISP with the same events. Time stamps, publication and logs are the platform's own affair.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispActionConformanceTest {
    private static final Map<String, Function<Misp, Action>> OURS = new TreeMap<>(Map.of(
            "tag_operation", TagOperation::new,
            "tag_replacement_generic", TagReplacementGeneric::new,
            "tag_replacement_tlp", TagReplacementTlp::new,
            "tag_replacement_pap", TagReplacementPap::new,
            "attribute_ids_flag_operation", AttributeIdsFlagOperation::new,
            "Module_attribute_comment_operation", AttributeCommentOperation::new,
            "attribute_edition_operation", misp -> new AttributeEditionOperation(),
            "Module_event_distribution_operation", EventDistributionOperation::new,
            "proposal-action", ProposalAction::new));

    static {
        OURS.putAll(Map.of(
                "publish-event", PublishEvent::new,
                "reload-full-event", misp -> new ReloadFullEvent(misp, trigger -> true),
                "add_eventblocklist_entry", AddEventBlocklistEntry::new,
                "add_to_warninglist", AddToWarninglist::new,
                "attach-warninglist", AttachWarninglist::new,
                "attach-decay-score", AttachDecayScore::new,
                "assign_country", AssignCountry::new));
    }

    /** Tables whose rows are compared, and what of a row that changed is not. */
    private static final Set<String> TABLES = Set.of(
            "event_tags",
            "attribute_tags",
            "tags",
            "events",
            "attributes",
            "shadow_attributes",
            "event_blocklists",
            "warninglist_entries");

    private static final Set<String> OF_THE_PLATFORM = Set.of("timestamp", "published", "attribute_count");

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
                .filter(it -> OURS.containsKey(it.get("module")))
                .map(it -> Arguments.of(it.get("id"), it, Recorded.input(file, it)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void acts_as_the_original_did(String id, Map<String, Object> recorded, Map<String, Object> data) {
        try (FakeMisp misp = Misps.seeded()) {
            Action action = OURS.get(recorded.get("module")).apply(Misps.port(misp, vertx));
            Settings settings =
                    Settings.of(action.spec(), Recorded.map(recorded.get("indexed_params")), RealTemplates.jinja());
            Map<String, Object> before = Recorded.map(Json.parse(Json.write(data)));
            Payload payload = new Payload(data);
            Visit visit = new Visit(
                    payload,
                    settings,
                    Filter.of(recorded.get("saved_filters")),
                    new Occasion("", 7, "wf", "event-publish", 0),
                    Effects.real());

            if (recorded.containsKey("exception")) {
                assertThatThrownBy(() -> action.act(visit).await().atMost(Duration.ofSeconds(10)))
                        .hasMessageEndingWith(".");
                assertThat(misp.changes()).isEmpty();
                return;
            }
            Step step = action.act(visit).await().atMost(Duration.ofSeconds(10));

            assertThat(step instanceof Step.GoOn).isEqualTo(recorded.get("returned"));
            assertThat(step instanceof Step.Stop stop ? stop.reasons() : List.of())
                    .isEqualTo(recorded.get("errors"));
            assertSame(expectedChanges(misp, recorded), shownChanges(misp.changes()));
            if ("unchanged".equals(recorded.get("roaming_out"))) {
                assertSame(before, payload.data());
            } else {
                Recorded.assertRoamingOut(recorded, out(recorded), before, payload.data());
            }
        }
    }

    /** What differed from one recording to the next: a new attribute's id, a uuid of the seeds. */
    private static Object out(Map<String, Object> recorded) {
        return Json.parse(Json.write(recorded.get("roaming_out"))
                .replace("\"62\"", "\"61\"")
                .replace("<random uuid>", "43b3b146-77eb-4931-b4cc-b66c60f28734"));
    }

    private static void assertSame(Object expected, Object actual) {
        assertThat(Conformance.same(expected, actual))
                .as("%s should be %s", Json.write(actual), Json.write(expected))
                .isTrue();
    }

    private static Map<String, Object> expectedChanges(FakeMisp misp, Map<String, Object> recorded) {
        Map<String, Object> tables =
                Recorded.map(Recorded.map(recorded.get("effects")).get("db"));
        // the original writes to tables; over REST nothing can be attached to an event that is not there
        return shownChanges(
                tables,
                row -> row.get("event_id") == null
                        || misp.event(row.get("event_id").toString()) != null);
    }

    private static Map<String, Object> shownChanges(Map<String, Object> tables) {
        return shownChanges(tables, row -> true);
    }

    private static Map<String, Object> shownChanges(
            Map<String, Object> tables, java.util.function.Predicate<Map<String, Object>> counts) {
        Map<String, Object> shown = new TreeMap<>();
        tables.forEach((table, changes) -> {
            if (TABLES.contains(table)) {
                Recorded.map(changes).forEach((how, rows) -> {
                    List<String> all = new ArrayList<>();
                    for (Object it : (Collection<?>) rows) {
                        Map<String, Object> row = Recorded.map(it);
                        Map<String, Object> kept = new TreeMap<>(shownRow(table, how, row));
                        if (counts.test(row) && !(how.equals("changed") && kept.size() < 2)) {
                            all.add(Json.write(Fields.copyOf(kept)));
                        }
                    }
                    if (!all.isEmpty()) {
                        shown.put(table + " " + how, all.stream().sorted().toList());
                    }
                });
            }
        });
        return shown;
    }

    private static Map<String, Object> shownRow(String table, String how, Map<String, Object> row) {
        Fields shown = Fields.copyOf(row);
        OF_THE_PLATFORM.forEach(shown::remove);
        if (!how.equals("changed")) {
            shown.remove("id");
        }
        if (how.equals("removed")) {
            shown.remove("relationship_type");
        }
        if (table.equals("attributes") && how.equals("added")) {
            return Fields.of("event_id", row.get("event_id"), "type", row.get("type"), "value1", row.get("value1"));
        }
        return shown;
    }
}
