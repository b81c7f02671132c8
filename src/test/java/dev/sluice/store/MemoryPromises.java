package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.engine.Plan;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class MemoryPromises {
    @Inject
    Workflows workflows;

    @Inject
    Listening listening;

    @Inject
    StoredSwitches switches;

    @Inject
    TriggerSettings settings;

    @Inject
    NamedTriggers namedTriggers;

    @Inject
    Modules modules;

    @Inject
    Changes changes;

    @Inject
    EntityManager entities;

    private final String trigger = "t" + UUID.randomUUID();

    private WorkflowRow created() {
        return workflows.create(new NewWorkflow(null, null, null, trigger, false, Graphs.onlyTrigger(trigger, "one")));
    }

    private void anotherProcess(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(sql).executeUpdate();
            entities.createNativeQuery("update change_count set number = number + 1 where id = 1")
                    .executeUpdate();
        });
        changes.followOthers();
    }

    @Test
    void a_workflow_listens_once_it_is_created() {
        WorkflowRow workflow = created();

        assertThat(listening.plan(trigger).orElseThrow().source())
                .isEqualTo(new Plan.Source(workflow.id(), 1, workflow.name(), trigger, false));
    }

    @Test
    void a_change_listens_at_once() {
        WorkflowRow workflow = created();

        workflows.update(
                workflow.id(), 1, new WorkflowChange("Changed", null, true, Graphs.onlyTrigger(trigger, "two")));

        assertThat(listening.plan(trigger).orElseThrow().source())
                .isEqualTo(new Plan.Source(workflow.id(), 2, "Changed", trigger, true));
    }

    @Test
    void a_plan_is_not_compiled_again_because_another_workflow_changed() {
        created();
        Plan before = listening.plan(trigger).orElseThrow();

        workflows.create(new NewWorkflow(null, null, null, trigger + "2", false, Graphs.onlyTrigger(trigger, "")));

        assertThat(listening.plan(trigger).orElseThrow()).isSameAs(before);
    }

    @Test
    void what_is_deleted_does_not_listen() {
        workflows.delete(created().id());

        assertThat(listening.plan(trigger)).isEmpty();
    }

    @Test
    void an_earlier_version_can_be_had_to_run_it_by_hand() {
        WorkflowRow workflow = created();
        workflows.update(workflow.id(), 1, new WorkflowChange(null, null, null, Graphs.onlyTrigger(trigger, "two")));

        assertThat(listening.plan(workflow.id(), 1).source().version()).isEqualTo(1);
        assertThatThrownBy(() -> listening.plan(workflow.id(), 3)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_another_process_saved_is_followed() {
        WorkflowRow workflow = created();

        anotherProcess("update workflow set name = 'From elsewhere' where id = " + workflow.id());
        anotherProcess("insert into trigger_setting values ('" + trigger + "', true, 1500, 'open')");
        anotherProcess("insert into module_switch values ('action', '" + trigger + "', true)");

        assertThat(listening.plan(trigger).orElseThrow().source().name()).isEqualTo("From elsewhere");
        assertThat(settings.of(trigger)).isEqualTo(new TriggerSettings.Setting(true, Duration.ofMillis(1500), true));
        assertThat(switches.isOn(Spec.Type.ACTION, trigger)).isTrue();
    }

    @Test
    void a_stored_graph_that_is_broken_keeps_only_itself_from_running() {
        WorkflowRow broken = created();
        String other = trigger + "-other";
        workflows.create(new NewWorkflow(null, null, null, other, false, Graphs.onlyTrigger(other, "")));

        anotherProcess("insert into workflow_version values (nextval('workflow_version_id'), " + broken.id()
                + ", 2, '{\"1\": nonsense', now())");
        anotherProcess("update workflow set version = 2 where id = " + broken.id());

        Listening restarted = new Listening(modules, new NoTemplates());
        QuarkusTransaction.requiringNew().run(() -> restarted.load(true));
        for (Listening it : new Listening[] {listening, restarted}) {
            assertThat(it.plan(trigger)).isEmpty();
            assertThat(it.plan(other)).isPresent();
            assertThat(it.problems().get(broken.id()))
                    .contains("The graph of workflow " + broken.id() + " (version 2) cannot be read: Not JSON")
                    .contains("restore an earlier version");
        }
        assertThatThrownBy(() -> listening.plan(broken.id(), 2)).isInstanceOf(InvalidException.class);
        workflows.restore(broken.id(), 1);
        assertThat(listening.plan(trigger)).isPresent();
        assertThat(listening.problems()).doesNotContainKey(broken.id());
    }

    @Test
    void modules_are_on_or_off_by_default_as_in_MISP() {
        assertThat(switches.isOn(Spec.Type.LOGIC, "tag-if")).isTrue();
        assertThat(switches.isOn(Spec.Type.LOGIC, "concurrent-task")).isTrue();
        assertThat(switches.isOn(Spec.Type.ACTION, "webhook")).isTrue();
        assertThat(switches.isOn(Spec.Type.ACTION, "send-mail")).isFalse();
        assertThat(switches.isOn(Spec.Type.TRIGGER, "never-heard-of")).isFalse();
    }

    @Test
    void a_switch_outlasts_a_restart() {
        switches.set(Spec.Type.ACTION, "push-zmq", false);
        switches.set(Spec.Type.LOGIC, "threat-level-if", true);
        switches.set(Spec.Type.TRIGGER, trigger, true);

        StoredSwitches restarted = new StoredSwitches(settings, changes);
        QuarkusTransaction.requiringNew().run(restarted::load);
        for (StoredSwitches it : new StoredSwitches[] {switches, restarted}) {
            assertThat(it.isOn(Spec.Type.ACTION, "push-zmq")).isFalse();
            assertThat(it.isOn(Spec.Type.LOGIC, "threat-level-if")).isTrue();
            assertThat(it.isOn(Spec.Type.TRIGGER, trigger)).isTrue();
        }
        switches.set(Spec.Type.ACTION, "push-zmq", true);
        assertThat(switches.isOn(Spec.Type.ACTION, "push-zmq")).isTrue();
    }

    @Test
    void a_trigger_is_off_and_closed_with_ten_seconds_until_somebody_says_otherwise() {
        assertThat(settings.of(trigger)).isEqualTo(new TriggerSettings.Setting(false, Duration.ofSeconds(10), false));
    }

    @Test
    void of_a_trigger_only_what_is_given_changes() {
        settings.change(trigger, true, Duration.ofSeconds(3), null);

        assertThat(settings.change(trigger, null, null, true))
                .isEqualTo(new TriggerSettings.Setting(true, Duration.ofSeconds(3), true));
        assertThat(settings.change(trigger, false, Duration.ZERO, false))
                .isEqualTo(new TriggerSettings.Setting(false, Duration.ofSeconds(10), false));
        assertThatThrownBy(() -> settings.change(trigger, null, Duration.ofSeconds(-1), null))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_declared_trigger_is_in_the_catalogue_until_it_is_removed() {
        namedTriggers.declare(new NamedTriggers.Declaration(trigger, "Case opened", "case", true, false, "Text"));

        Spec spec = modules.trigger(trigger).orElseThrow().spec();
        assertThat(spec.name()).isEqualTo("Case opened");
        assertThat(spec.blocking()).isTrue();
        assertThat(namedTriggers.list())
                .extracting(NamedTriggers.Declaration::id)
                .contains(trigger);

        namedTriggers.remove(trigger);
        assertThat(modules.trigger(trigger)).isEmpty();
    }

    @Test
    void a_workflow_finds_the_trigger_that_is_declared_after_it() {
        created();
        assertThat(listening.plan(trigger).orElseThrow().trigger()).isEmpty();

        namedTriggers.declare(new NamedTriggers.Declaration(trigger, "", "", false, false, null));

        assertThat(listening.plan(trigger).orElseThrow().trigger()).isPresent();
        assertThatThrownBy(() -> namedTriggers.remove(trigger))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("delete the workflow first");
    }

    @Test
    void a_trigger_is_declared_once_and_with_a_fitting_id() {
        NamedTriggers.Declaration declaration = new NamedTriggers.Declaration(trigger, null, null, false, false, null);
        namedTriggers.declare(declaration);

        assertThatThrownBy(() -> namedTriggers.declare(declaration)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> namedTriggers.declare(
                        new NamedTriggers.Declaration("test-start", null, null, false, false, null)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        namedTriggers.declare(new NamedTriggers.Declaration("Bad id", null, null, false, false, null)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> namedTriggers.remove("never-declared")).isInstanceOf(NotFoundException.class);
    }

    private static final class NoTemplates implements dev.sluice.module.Templates {
        @Override
        public Template parse(String source) {
            return data -> source;
        }

        @Override
        public Template parseLines(String source) {
            return parse(source);
        }

        @Override
        public String problem(String source) {
            return "";
        }
    }
}
