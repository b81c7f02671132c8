package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.graph.Drawflow;
import dev.sluice.module.Action;
import dev.sluice.module.Logic;
import dev.sluice.module.Modules;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Trigger;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(30)
class PolicyTest {
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<String> keys = new ArrayList<>();

    @Test
    void an_attempt_that_breaks_is_repeated_and_the_node_tells_of_it() {
        Run run = run("{'retries': 2, 'pause': '1ms'}", breaking(2));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(attempts).hasValue(3);
        assertThat(run.nodes().get(0).result()).isEqualTo("continued");
        assertThat(run.nodes().get(0).errors())
                .containsExactly("Attempt 1 failed: Connection refused", "Attempt 2 failed: Connection refused");
        assertThat(visited(run)).containsExactly("2", "3");
    }

    @Test
    void all_attempts_carry_the_same_key() {
        run(
                "{'retries': 2, 'pause': '1ms', 'errorExit': {'connections': [{'node': '3', 'output': 'input_1'}]}}",
                breaking(2));

        assertThat(keys).hasSize(3).containsOnly("run-2");
    }

    @Test
    void after_the_last_attempt_the_node_broke() {
        Run run = run("{'retries': 1, 'pause': '1ms'}", breaking(9));

        assertThat(attempts).hasValue(2);
        assertThat(run.nodes().get(0).result()).isEqualTo("error");
        assertThat(run.nodes().get(0).errors())
                .containsExactly(
                        "Error while executing module shaky. Error: Connection refused That was attempt 2 of 2.");
        assertThat(visited(run)).as("the trigger is blocking, so MISP goes on").containsExactly("2", "3");
    }

    @Test
    void a_module_that_says_no_is_not_asked_again() {
        Run run = run("{'retries': 5, 'pause': '1ms'}", () -> Step.stop("nothing matched"));

        assertThat(attempts).hasValue(1);
        assertThat(run.nodes().get(0).result()).isEqualTo("failed");
    }

    @Test
    void an_attempt_ends_with_the_time_out_of_the_node() {
        Run run = run("{'timeout': '20ms'}", () -> Uni.createFrom().nothing());

        assertThat(run.nodes().get(0).errors())
                .containsExactly(
                        "Error while executing module shaky. Error: No answer within 20 ms, the time-out of the node.");
    }

    @Test
    void an_exception_is_repeated_like_a_failure() {
        Run run = run("{'retries': 1, 'pause': '1ms'}", () -> {
            if (attempts.get() == 1) {
                throw new IllegalStateException("bad day");
            }
            return Step.goOn();
        });

        assertThat(run.nodes().get(0).errors()).containsExactly("Attempt 1 failed: bad day");
    }

    @Test
    void the_deadline_of_the_trigger_cuts_the_repetitions_short() {
        Run run = run("{'retries': 10, 'pause': '10m'}", breaking(99), Duration.ofMillis(100));

        assertThat(run.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(run.reasons().get(0)).contains("deadline");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void on_error_stop_ends_the_walk_whatever_the_module() {
        Run run = run("{'onError': 'stop'}", breaking(9));

        assertThat(run.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(run.proceed()).isFalse();
        assertThat(run.stoppedBy()).isEqualTo(new Run.StoppedBy(2L, "shaky"));
        assertThat(visited(run)).containsExactly("2");
    }

    @Test
    void on_error_exit_takes_the_error_exit_and_no_other() {
        Run run = run(
                "{'onError': 'exit', 'errorExit': {'connections': [{'node': '4', 'output': 'input_1'}]}}", breaking(9));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(visited(run)).containsExactly("2", "4");
        assertThat(run.reasons()).singleElement().asString().contains("Connection refused");
    }

    @Test
    void without_an_error_the_error_exit_is_not_taken() {
        Run run = run(
                "{'onError': 'exit', 'errorExit': {'connections': [{'node': '4', 'output': 'input_1'}]}}", Step::goOn);

        assertThat(visited(run)).containsExactly("2", "3");
    }

    @Test
    void on_error_continue_goes_on_where_MISP_would_stop() {
        Run run = engine().run(plan("{'onError': 'continue'}", breaking(9), true), call(Duration.ofSeconds(20)))
                .await()
                .indefinitely();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(visited(run)).containsExactly("2", "3");
    }

    @Test
    void logic_that_breaks_can_take_the_error_exit_instead_of_else() {
        String graph = graph("{}")
                .replace(
                        "'shaky','module_type':'action','sluice':{}",
                        "'torn','module_type':'logic','sluice':"
                                + "{'onError':'exit','errorExit':{'connections':[{'node':'4','output':'input_1'}]}}");
        Plan plan = plan(graph, List.of(new Start(), new Torn(), new Quiet()));

        Run run = engine().run(plan, call(Duration.ofSeconds(20))).await().indefinitely();

        assertThat(visited(run)).containsExactly("2", "4");
    }

    private Run run(String policy, Supplier<Uni<Step>> behaviour) {
        return run(policy, behaviour, Duration.ofSeconds(20));
    }

    private Run run(String policy, Supplier<Uni<Step>> behaviour, Duration deadline) {
        return engine().run(plan(policy, behaviour, false), call(deadline))
                .await()
                .indefinitely();
    }

    private Supplier<Uni<Step>> breaking(int times) {
        return () -> attempts.get() <= times
                ? Uni.createFrom().failure(new IllegalStateException("Connection refused"))
                : Step.goOn();
    }

    private static List<String> visited(Run run) {
        return run.nodes().stream().map(it -> it.nodeId().toString()).toList();
    }

    private static Engine engine() {
        return new Engine(
                spec -> true,
                branch -> {
                    throw new AssertionError("no branches here");
                },
                List.of(),
                Clock.systemUTC());
    }

    private static Call call(Duration deadline) {
        return new Call("run", Fields.of("Event", new Fields()), false, 0, deadline, false);
    }

    private Plan plan(String policy, Supplier<Uni<Step>> behaviour, boolean blocking) {
        return plan(graph(policy), List.of(new Start(), new Shaky(attempts, keys, behaviour, blocking), new Quiet()));
    }

    private static Plan plan(String graph, List<WorkflowModule> modules) {
        return Plan.of(
                new Plan.Source(1, 1, "test", "start", false),
                Drawflow.read(Json.parse(graph.replace('\'', '"'))),
                new Modules(modules),
                RealTemplates.jinja());
    }

    /** Trigger, the node with the policy, one behind it, one for errors. */
    private static String graph(String policy) {
        return "{'1':{'id':1,'data':{'id':'start','module_type':'trigger'},"
                + "'outputs':{'output_1':{'connections':[{'node':'2','output':'input_1'}]}}},"
                + "'2':{'id':2,'data':{'id':'shaky','module_type':'action','sluice':" + policy + "},"
                + "'outputs':{'output_1':{'connections':[{'node':'3','output':'input_1'}]}}},"
                + "'3':{'id':3,'data':{'id':'quiet','module_type':'action'},'outputs':[]},"
                + "'4':{'id':4,'data':{'id':'quiet','module_type':'action'},'outputs':[]}}";
    }

    private record Start() implements Trigger {
        @Override
        public Spec spec() {
            return Spec.trigger("start", "Start", "test").blocking().build();
        }

        @Override
        public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
            return Uni.createFrom().item(raw);
        }
    }

    private record Shaky(AtomicInteger attempts, List<String> keys, Supplier<Uni<Step>> behaviour, boolean blocking)
            implements Action {
        @Override
        public Spec spec() {
            Spec.Draft draft = Spec.action("shaky", "Shaky");
            return blocking ? draft.blocking().build() : draft.build();
        }

        @Override
        public Uni<Step> act(Visit visit) {
            attempts.incrementAndGet();
            keys.add(visit.idempotencyKey());
            return behaviour.get();
        }
    }

    private record Quiet() implements Action {
        @Override
        public Spec spec() {
            return Spec.action("quiet", "Quiet").build();
        }

        @Override
        public Uni<Step> act(Visit visit) {
            return Step.goOn();
        }
    }

    private record Torn() implements Logic {
        @Override
        public Spec spec() {
            return Spec.logic("torn", "Torn").leadsTo("then", "else").build();
        }

        @Override
        public Way choose(Visit visit) {
            throw new IllegalStateException("cannot choose");
        }
    }
}
