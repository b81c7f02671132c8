package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class WorkflowsPromises {
    @Inject
    Workflows workflows;

    private final String trigger = "trigger-" + UUID.randomUUID();

    private WorkflowRow created() {
        return workflows.create(new NewWorkflow(null, null, null, trigger, false, Graphs.onlyTrigger(trigger, "one")));
    }

    private static WorkflowChange graph(String trigger, String mark) {
        return new WorkflowChange(null, null, null, Graphs.onlyTrigger(trigger, mark));
    }

    @Test
    void a_workflow_gets_a_name_a_uuid_and_version_1() {
        WorkflowRow workflow = created();

        assertThat(workflow.name()).isEqualTo("Workflow for trigger " + trigger);
        assertThat(UUID.fromString(workflow.uuid())).isNotNull();
        assertThat(workflow.version()).isEqualTo(1);
        assertThat(workflow.counter()).isZero();
        assertThat(workflow.description()).isEmpty();
        assertThat(workflows.find(workflow.id())).contains(workflow);
        assertThat(workflows.findByUuid(workflow.uuid().toUpperCase(java.util.Locale.ROOT)))
                .contains(workflow);
        assertThat(workflows.findByTrigger(trigger)).contains(workflow);
    }

    @Test
    void a_uuid_is_kept_in_lower_case() {
        String uuid = UUID.randomUUID().toString();

        WorkflowRow workflow = workflows.create(new NewWorkflow(
                uuid.toUpperCase(java.util.Locale.ROOT), "n", "d", trigger, true, Graphs.onlyTrigger(trigger, "")));

        assertThat(workflow.uuid()).isEqualTo(uuid);
        assertThat(workflow.debugEnabled()).isTrue();
    }

    @Test
    void a_uuid_that_is_none_is_refused() {
        assertThatThrownBy(() -> workflows.create(new NewWorkflow("7", null, null, trigger, false, "{}")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("Please provide a valid RFC 4122 UUID");
    }

    @Test
    void a_uuid_that_is_taken_is_refused() {
        String uuid = created().uuid();

        assertThatThrownBy(() -> workflows.create(new NewWorkflow(uuid, null, null, "another", false, "{}")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("The UUID provided is not unique");
    }

    @Test
    void a_trigger_has_one_workflow_at_most() {
        long first = created().id();

        assertThatThrownBy(this::created)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("has a workflow already, number " + first);
    }

    @Test
    void of_eight_that_create_at_once_one_wins_and_the_others_are_told() throws Exception {
        List<Object> results = Together.run(8, this::created);

        assertThat(results).filteredOn(WorkflowRow.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(ConflictException.class::isInstance).hasSize(7);
    }

    @Test
    void text_that_is_not_json_is_refused() {
        assertThatThrownBy(() -> workflows.create(new NewWorkflow(null, null, null, trigger, false, "{\"1\":")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("The graph cannot be stored. Not JSON");
    }

    @Test
    void a_name_longer_than_191_characters_is_refused() {
        WorkflowRow workflow = created();

        assertThatThrownBy(() ->
                        workflows.update(workflow.id(), null, new WorkflowChange("n".repeat(192), null, null, null)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("at most 191");
    }

    @Test
    void a_changed_graph_becomes_a_version_and_the_one_before_stays_as_it_was() {
        WorkflowRow first = created();

        WorkflowRow second = workflows.update(first.id(), 1, graph(trigger, "two"));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.graph()).contains("\"two\"");
        assertThat(workflows.find(first.id())).contains(second);
        assertThat(workflows.version(first.id(), 1).graph()).isEqualTo(first.graph());
        assertThat(workflows.versions(first.id()))
                .extracting(Workflows.VersionHead::number)
                .containsExactly(2, 1);
    }

    @Test
    void a_changed_name_or_the_same_graph_makes_no_version() {
        WorkflowRow first = created();

        WorkflowRow second = workflows.update(
                first.id(), 1, new WorkflowChange("New name", "New text", true, " " + first.graph() + "\n"));

        assertThat(second.version()).isEqualTo(1);
        assertThat(second.name()).isEqualTo("New name");
        assertThat(second.description()).isEqualTo("New text");
        assertThat(second.debugEnabled()).isTrue();
        assertThat(second.updatedAt()).isAfter(first.updatedAt());
        assertThat(workflows.versions(first.id())).hasSize(1);
    }

    @Test
    void an_update_of_what_somebody_else_changed_is_refused() {
        WorkflowRow first = created();
        workflows.update(first.id(), 1, graph(trigger, "two"));

        assertThatThrownBy(() -> workflows.update(first.id(), 1, graph(trigger, "three")))
                .isInstanceOfSatisfying(StaleVersionException.class, e -> assertThat(e.currentVersion())
                        .isEqualTo(2))
                .hasMessageContaining("is at version 2 by now, not 1");
    }

    @Test
    void of_eight_that_update_at_once_one_wins_and_the_others_are_told() throws Exception {
        WorkflowRow first = created();

        List<Object> results = Together.run(
                8,
                () -> workflows.update(
                        first.id(), 1, graph(trigger, UUID.randomUUID().toString())));

        assertThat(results).filteredOn(WorkflowRow.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(StaleVersionException.class::isInstance).hasSize(7);
    }

    @Test
    void whoever_expects_nothing_is_never_refused() throws Exception {
        WorkflowRow first = created();

        List<Object> results = Together.run(
                8,
                () -> workflows.update(
                        first.id(), null, graph(trigger, UUID.randomUUID().toString())));

        assertThat(results).hasOnlyElementsOfType(WorkflowRow.class);
        assertThat(workflows.find(first.id()).orElseThrow().version()).isEqualTo(9);
    }

    @Test
    void an_old_version_is_restored_as_a_new_one() {
        WorkflowRow first = created();
        workflows.update(first.id(), 1, graph(trigger, "two"));

        WorkflowRow third = workflows.restore(first.id(), 1);

        assertThat(third.version()).isEqualTo(3);
        assertThat(third.graph()).isEqualTo(first.graph());
    }

    @Test
    void what_is_deleted_is_gone_with_its_versions_and_its_trigger_is_free() {
        WorkflowRow first = created();

        workflows.delete(first.id());

        assertThat(workflows.find(first.id())).isEmpty();
        assertThatThrownBy(() -> workflows.version(first.id(), 1)).isInstanceOf(NotFoundException.class);
        assertThat(created().id()).isGreaterThan(first.id());
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() {
        WorkflowRow workflow = created();

        assertThatThrownBy(() -> workflows.delete(999_999))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no workflow 999999.");
        assertThatThrownBy(() -> workflows.restore(workflow.id(), 5))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Workflow " + workflow.id() + " has no version 5.");
    }

    @Test
    void a_list_is_filtered_sorted_and_paged() {
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            workflows.create(new NewWorkflow(
                    null, "Name " + (char) ('E' - i), "100%_" + mark, mark + i, false, Graphs.onlyTrigger("t", "")));
        }

        Page<WorkflowRow> second =
                workflows.list("100%_" + mark.toUpperCase(java.util.Locale.ROOT), new Paging(1, 2, "name"));

        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).extracting(WorkflowRow::name).containsExactly("Name C", "Name D");
        assertThat(workflows.list(mark, new Paging(0, 1, "-name")).items())
                .extracting(WorkflowRow::name)
                .containsExactly("Name E");
        assertThat(workflows.list(mark, Paging.first(10)).items())
                .extracting(WorkflowRow::trigger)
                .containsExactly(mark + 0, mark + 1, mark + 2, mark + 3, mark + 4);
        assertThat(workflows.list(mark + "x", Paging.first(10)).total()).isZero();
    }

    @Test
    void a_list_is_not_sorted_by_what_is_no_field() {
        assertThatThrownBy(() -> workflows.list("", new Paging(0, 10, "graph; drop table run")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("Sort by one of counter, createdAt, id");
    }
}
