package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.sluice.conformance.ArbitraryUrlsOff;
import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.conformance.Shared;
import dev.sluice.fake.RecordedMispModules;
import dev.sluice.graph.Drawflow;
import dev.sluice.module.Modules;
import dev.sluice.module.Settings;
import dev.sluice.module.Spec;
import dev.sluice.module.Templates;
import dev.sluice.module.Trigger;
import dev.sluice.modules.trigger.Asked;
import dev.sluice.outside.misp.SeededMisp;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded workflows of the original, run here: what is visited in which order, what comes of it, what the log says. */
@QuarkusTest
@WithTestResource(SeededMisp.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphConformanceTest {
    private static WireMockServer sink;

    private Map<String, Object> data;

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    @BeforeAll
    static void listen() {
        sink = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        sink.start();
        sink.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
    }

    @AfterAll
    static void close() {
        sink.stop();
    }

    static Stream<Arguments> cases() {
        return cases(true);
    }

    /** Cases recorded with the setting about URLs on, or off. */
    static Stream<Arguments> cases(boolean arbitraryUrls) {
        return Stream.of("graphs", "debug").flatMap(file -> Conformance.cases(file)
                .filter(it -> !isSwitchedOff(it))
                .filter(it -> arbitraryUrls
                        != Boolean.FALSE.equals(Recorded.map(it.get("config")).get(ArbitraryUrlsOff.SETTING)))
                .map(it -> Arguments.of(it.get("id"), it)));
    }

    /** The trigger was off: that is not the engine's business, and tried elsewhere. */
    private static boolean isSwitchedOff(Map<String, Object> recorded) {
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        return !expected.containsKey("outcomeText") && List.of().equals(expected.get("executed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void runs_as_the_original_did(String id, Map<String, Object> recorded) {
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        assumeFalse(
                Json.write(expected).contains("\"Thread\""),
                "The original took the thread of the post from its database; MISP's REST API does not tell it");
        SeededMisp.again();
        if ("execution".equals(recorded.get("kind"))) {
            seedForBlueprints(expected);
        }
        Deque<Branch> branches = new ArrayDeque<>();
        Engine engine = engine(recorded, branches);
        Plan plan = plan(recorded, watched(recorded));

        Run run = engine.run(plan, call(recorded.get("input"))).await().atMost(Duration.ofSeconds(20));

        assertNormalized(recorded, plan(recorded));
        if (expected.containsKey("outcomeText")) {
            assertThat((String) expected.get("outcomeText"))
                    .as("%s %s", recorded.get("description"), run)
                    .startsWith(run.outcome().id());
            assertThat(run.outcome() == Outcome.SUCCESS).isEqualTo(expected.get("success"));
        }
        if (expected.containsKey("exception")) {
            assertThat(run.outcome()).isEqualTo(Outcome.FAILURE);
        }
        List<String> log = new ArrayList<>(log(run));
        if (!Recorded.map(expected.get("walkResult")).isEmpty()) {
            assertWalk(expected, run);
        }
        for (Object job : list(expected.get("background_jobs"))) {
            Map<String, Object> task = Recorded.map(job);
            if ("walkGraph".equals(task.get("method"))) {
                Branch branch = branches.poll();
                assertThat(branch).as("a branch for %s", task).isNotNull();
                assertThat(branch.start()).isEqualTo(String.valueOf(task.get("start_node")));
                Run walked = engine.run(branch, "branch").await().atMost(Duration.ofSeconds(20));
                if (!task.containsKey("exception")) {
                    assertExecuted(list(task.get("executed")), walked.nodes());
                }
                log.addAll(log(walked));
            }
        }
        assertThat(branches).as("no more branches than recorded").isEmpty();
        assertLog(expected, log);
    }

    static Stream<Arguments> blueprints() {
        return Shared.cases("blueprints", "execution");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blueprints")
    void runs_the_official_blueprints_as_the_original_did(String id, Map<String, Object> recorded) {
        assumeTrue(recorded != null, () -> Shared.missing("blueprints"));
        RecordedMispModules.service().questions().clear();

        runs_as_the_original_did(id, recorded);

        RecordedQuestions.assertAsked(recorded, RecordedMispModules.service());
        RecordedQuestions.assertAttached(recorded, data);
        Map<String, Object> left =
                Recorded.map(Recorded.map(recorded.get("expected")).get("db_effects"));
        assertThat(tags(SeededMisp.misp().changes())).isEqualTo(tags(left));
        assertThat(touched(SeededMisp.misp().changes())).isEqualTo(touched(left));
        assertThat(edits(SeededMisp.misp().changes())).isEqualTo(edits(left));
        RecordedData.assertLeft(recorded, normalized(recorded, plan(recorded)), data);
    }

    /** Events and attributes whose rows changed; over REST, MISP sets the time of what gets a tag. */
    private static Set<String> touched(Map<String, Object> changes) {
        Set<String> ids = new TreeSet<>();
        for (String table : List.of("events", "attributes")) {
            for (Object row : list(Recorded.map(changes.get(table)).get("changed"))) {
                ids.add(table + " " + Recorded.map(row).get("id"));
            }
        }
        for (Object row : list(Recorded.map(changes.get("event_tags")).get("added"))) {
            ids.add("events " + Recorded.map(row).get("event_id"));
        }
        for (Object row : list(Recorded.map(changes.get("attribute_tags")).get("added"))) {
            ids.add("events " + Recorded.map(row).get("event_id"));
            ids.add("attributes " + Recorded.map(row).get("attribute_id"));
        }
        return ids;
    }

    /** What became of the fields of attributes, each as (before, after). */
    private static Set<String> edits(Map<String, Object> changes) {
        return list(Recorded.map(changes.get("attributes")).get("changed")).stream()
                .flatMap(row -> Recorded.map(row).entrySet().stream()
                        .filter(it -> !Set.of("id", "timestamp").contains(it.getKey()))
                        .map(it -> Recorded.map(row).get("id") + " " + it.getKey() + " " + Json.write(it.getValue())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was attached to events and attributes, and the tags that were made for it, whatever else is known of it. */
    private static Set<String> tags(Map<String, Object> changes) {
        return Stream.of("event_tags", "attribute_tags", "tags")
                .flatMap(table -> Recorded.map(changes.get(table)).entrySet().stream())
                .flatMap(it -> ((Collection<?>) it.getValue()).stream().map(row -> it.getKey() + " " + tag(row)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String tag(Object row) {
        return Stream.of("event_id", "attribute_id", "tag", "local", "relationship_type", "name", "local_only")
                .map(it -> String.valueOf(Recorded.map(row).get(it)))
                .collect(Collectors.joining(" "));
    }

    /** The state of the original when the blueprints were recorded: more than when the modules were. */
    private static void seedForBlueprints(Map<String, Object> expected) {
        SeededMisp.misp()
                .has(Recorded.map(Recorded.map(expected.get("normalized")).get("full")));
        SeededMisp.misp()
                .hasWarningList(
                        Fields.of(
                                "id", "4",
                                "name", "Synthetic hostnames",
                                "type", "hostname",
                                "category", "false_positive",
                                "enabled", true,
                                "valid_attributes", "hostname, domain, url"),
                        List.of("example.org"));
    }

    private Engine engine(Map<String, Object> recorded, Deque<Branch> branches) {
        List<?> disabled = list(recorded.get("disabled_modules"));
        Background keeping = sent -> {
            branches.addAll(sent);
            return Uni.createFrom().voidItem();
        };
        return new Engine(spec -> !disabled.contains(spec.id()), keeping, List.of(), Clock.systemUTC());
    }

    /** The catalogue with a trigger that keeps hold of the data which the walk changes. */
    private Modules watched(Map<String, Object> recorded) {
        return new Modules(modules.all().stream()
                .map(it -> it instanceof Trigger trigger && it.spec().id().equals(recorded.get("trigger"))
                        ? watched(trigger)
                        : it)
                .toList());
    }

    private Trigger watched(Trigger trigger) {
        return new Trigger() {
            @Override
            public Spec spec() {
                return trigger.spec();
            }

            @Override
            public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
                return trigger.normalize(raw).onItem().invoke(it -> data = it);
            }

            @Override
            public boolean accepts(Map<String, Object> raw, Settings settings) {
                return trigger.accepts(raw, settings);
            }
        };
    }

    private Plan plan(Map<String, Object> recorded) {
        return plan(recorded, modules);
    }

    private Plan plan(Map<String, Object> recorded, Modules modules) {
        Map<String, Object> workflow = Recorded.map(recorded.get("workflow"));
        Object graph =
                Json.parse(Json.write(workflow.get("data")).replace("127.0.0.1:18667", "127.0.0.1:" + sink.port()));
        Plan.Source source = new Plan.Source(
                900,
                1,
                (String) workflow.get("name"),
                (String) workflow.get("trigger_id"),
                Boolean.TRUE.equals(recorded.get("debug_enabled")));
        return Plan.of(source, Drawflow.read(graph), modules, templates);
    }

    private static Call call(Object input) {
        return new Call("run", copy(input), false, 0, Duration.ofSeconds(20), false);
    }

    private static Map<String, Object> copy(Object input) {
        return Recorded.map(Json.parse(Json.write(input)));
    }

    private static void assertNormalized(Map<String, Object> recorded, Plan plan) {
        Object expected = Recorded.map(recorded.get("expected")).get("normalized");
        if (plan.trigger().isEmpty() || !(expected instanceof Map<?, ?> full) || !full.containsKey("full")) {
            return;
        }
        Map<String, Object> data = normalized(recorded, plan);
        Map<String, Object> known = Asked.told(full.get("full"));
        assertThat(Conformance.same(known, data))
                .as("%s should be %s", Json.write(data), Json.write(known))
                .isTrue();
    }

    private static Map<String, Object> normalized(Map<String, Object> recorded, Plan plan) {
        return plan.trigger()
                .orElseThrow()
                .normalize(copy(recorded.get("input")))
                .await()
                .indefinitely();
    }

    private static void assertWalk(Map<String, Object> expected, Run run) {
        Map<String, Object> walk = Recorded.map(expected.get("walkResult"));
        assertThat(run.reasons()).isEqualTo(expected.get("blockingErrors"));
        assertThat(run.blockedPaths()).isEqualTo(walk.get("blocked_paths"));
        if (expected.containsKey("executed")) {
            assertExecuted(list(expected.get("executed")), run.nodes());
        }
    }

    private static void assertExecuted(List<?> expected, List<Visited> nodes) {
        assertThat(nodes).as("%s", expected).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Map<String, Object> there = Recorded.map(expected.get(i));
            Visited here = nodes.get(i);
            assertThat(here.nodeId().toString()).isEqualTo(there.get("node").toString());
            assertThat(here.module()).isEqualTo(there.get("module"));
            assertThat(!here.wentWrong() && !Set.of("else", "failed", "stopped").contains(here.result()))
                    .as("%s returned", here)
                    .isEqualTo(there.get("returned"));
            assertThat(here.errors()).isEqualTo(there.getOrDefault("errors", List.of()));
        }
    }

    /** In debug mode all entries; else those that the original writes: no start, no end. */
    private static List<String> log(Run run) {
        return ExecutionLog.of(run).stream()
                .filter(it -> run.debug() || it.level() == ExecutionLog.Level.ERROR)
                .filter(it -> !run.isBranch()
                        || run.outcome() != Outcome.SUCCESS
                        || it.level() != ExecutionLog.Level.ERROR
                        || !it.message().startsWith("Workflow concurrent task encountered"))
                .map(it -> "[<Y-m-d H:i:s>] " + ExecutionLog.line(run, it))
                .toList();
    }

    private static void assertLog(Map<String, Object> expected, List<String> log) {
        if (expected.get("workflow_execution_log_file") instanceof String file) {
            assertThat(String.join("\n", log) + "\n").isEqualTo(file);
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
