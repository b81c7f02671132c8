package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class BlueprintsPromises {
    private static final List<Object> NODES = List.of(
            Map.of("id", 7L, "data", Map.of("id", "nope", "module_type", "action"), "pos_x", 258.08090076796316));

    @Inject
    Blueprints blueprints;

    @Inject
    BlueprintLibrary library;

    private final String uuid = UUID.randomUUID().toString();

    private static NewBlueprint named(String uuid, String name, Long savedAt) {
        return new NewBlueprint(uuid, name, null, savedAt, NODES);
    }

    @Test
    void a_blueprint_comes_back_as_it_was_saved() {
        BlueprintRow saved =
                blueprints.create(new NewBlueprint(uuid.toUpperCase(Locale.ROOT), "n", "d\r\n", 1659703283L, NODES));

        assertThat(blueprints.get(saved.id())).isEqualTo(saved);
        assertThat(blueprints.findByUuid(uuid.toUpperCase(Locale.ROOT))).contains(saved);
        assertThat(saved.uuid()).isEqualTo(uuid);
        assertThat(saved.description()).isEqualTo("d\r\n");
        assertThat(saved.savedAt()).isEqualTo(1659703283L);
        assertThat(saved.fromLibrary()).isFalse();
        assertThat(saved.tree()).isEqualTo(NODES);
    }

    @Test
    void what_is_missing_is_made_up() {
        BlueprintRow saved = blueprints.create(new NewBlueprint(null, "n", null, null, null));

        assertThat(UUID.fromString(saved.uuid())).isNotNull();
        assertThat(saved.savedAt()).isPositive();
        assertThat(saved.description()).isEmpty();
        assertThat(saved.tree()).isEqualTo(List.of());
    }

    @Test
    void what_cannot_be_saved_is_refused_in_misps_words() {
        blueprints.create(named(uuid, "n", null));

        assertThatThrownBy(() -> blueprints.create(named(uuid, "other", null)))
                .hasMessage("The UUID provided is not unique");
        assertThatThrownBy(() -> blueprints.create(named("x", "n", null)))
                .hasMessage("Please provide a valid RFC 4122 UUID");
        assertThatThrownBy(() -> blueprints.create(named(null, "", null))).hasMessage("Name cannot be empty.");
        assertThatThrownBy(() -> blueprints.create(named(null, null, null))).hasMessage("Name cannot be empty.");
        assertThatThrownBy(() -> blueprints.create(named(null, "n".repeat(192), null)))
                .hasMessageContaining("191");
        assertThatThrownBy(() -> blueprints.create(new NewBlueprint(null, "n", null, null, "no JSON")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> blueprints.create(new NewBlueprint(null, "n", null, null, List.of(7L))))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void an_edit_keeps_what_it_does_not_name_and_is_the_librarys_no_more() {
        blueprints.take(named(uuid, "from the library", 100L), false);
        BlueprintRow there = blueprints.findByUuid(uuid).orElseThrow();
        assertThat(there.fromLibrary()).isTrue();

        BlueprintRow changed = blueprints.update(there.id(), new NewBlueprint(null, "mine", null, null, null));

        assertThat(changed.name()).isEqualTo("mine");
        assertThat(changed.fromLibrary()).isFalse();
        assertThat(changed.savedAt()).isEqualTo(100);
        assertThat(changed.tree()).isEqualTo(NODES);
        assertThatThrownBy(() -> blueprints.update(there.id(), new NewBlueprint(null, " ", null, null, null)))
                .hasMessage("Name cannot be empty.");
        assertThat(blueprints.get(there.id())).isEqualTo(changed);
    }

    @Test
    void the_newer_one_wins_and_force_wins_always() {
        assertThat(blueprints.take(named(uuid, "a", 100L), false)).isEqualTo(Blueprints.Taken.CREATED);
        assertThat(blueprints.take(named(uuid, "b", 100L), false)).isEqualTo(Blueprints.Taken.UNCHANGED);
        assertThat(blueprints.take(named(uuid, "c", 99L), false)).isEqualTo(Blueprints.Taken.UNCHANGED);
        assertThat(blueprints.findByUuid(uuid).orElseThrow().name()).isEqualTo("a");
        assertThat(blueprints.take(named(uuid, "d", 101L), false)).isEqualTo(Blueprints.Taken.UPDATED);
        assertThat(blueprints.findByUuid(uuid).orElseThrow().name()).isEqualTo("d");
        assertThat(blueprints.take(named(uuid, "e", 5L), true)).isEqualTo(Blueprints.Taken.UPDATED);
        assertThat(blueprints.findByUuid(uuid).orElseThrow())
                .extracting(BlueprintRow::name, BlueprintRow::savedAt, BlueprintRow::fromLibrary)
                .containsExactly("e", 5L, true);
    }

    @Test
    void a_deleted_one_is_gone() {
        BlueprintRow saved = blueprints.create(named(uuid, "n", null));

        blueprints.delete(saved.id());

        assertThat(blueprints.findByUuid(uuid)).isEmpty();
        assertThatThrownBy(() -> blueprints.delete(saved.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_deleted_one_of_the_library_stays_away_until_the_library_is_asked_for() {
        String own = "5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c01";
        blueprints.delete(blueprints.findByUuid(own).orElseThrow().id());

        library.start(new StartupEvent());
        assertThat(blueprints.findByUuid(own)).isEmpty();

        assertThat(library.load(false).created()).isEqualTo(1);
        assertThat(blueprints.findByUuid(own)).isPresent();
        library.start(new StartupEvent());
        assertThat(blueprints.findByUuid(own)).isPresent();
    }

    @Test
    void one_that_was_deleted_can_be_saved_and_deleted_again() {
        for (int round = 0; round < 2; round++) {
            blueprints.delete(blueprints.create(named(uuid, "n", null)).id());
            assertThat(blueprints.isDeleted(uuid.toUpperCase(Locale.ROOT))).isTrue();
        }
        blueprints.create(named(uuid, "n", null));

        assertThat(blueprints.isDeleted(uuid)).isFalse();
    }

    @Test
    void lists_are_found_by_words_sorted_and_cut_into_pages() {
        blueprints.create(new NewBlueprint(null, "B " + uuid, null, 2L, null));
        blueprints.create(new NewBlueprint(null, "a 100%", "about " + uuid, 3L, null));
        blueprints.take(named(uuid, "c", 1L), false);

        assertThat(blueprints.list(uuid.toUpperCase(Locale.ROOT), null, new Paging(0, 2, "name")))
                .satisfies(page -> {
                    assertThat(page.items()).extracting(BlueprintRow::name).containsExactly("a 100%", "B " + uuid);
                    assertThat(page.total()).isEqualTo(3);
                });
        assertThat(blueprints.list(uuid, null, new Paging(1, 2, "name")).items())
                .extracting(BlueprintRow::name)
                .containsExactly("c");
        assertThat(blueprints.list(uuid, null, new Paging(0, 9, "-timestamp")).items())
                .extracting(BlueprintRow::savedAt)
                .containsExactly(3L, 2L, 1L);
        assertThat(blueprints.list(uuid, true, Paging.first(9)).items())
                .extracting(BlueprintRow::name)
                .containsExactly("c");
        assertThat(blueprints.list(uuid, false, Paging.first(9)).total()).isEqualTo(2);
        assertThatThrownBy(() -> blueprints.list(null, null, new Paging(0, 9, "nodes")))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void the_programs_own_blueprints_are_there_from_the_start() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/blueprints"))) {
            List<String> own = files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".json"))
                    .sorted()
                    .toList();

            assertThat(own).hasSizeGreaterThanOrEqualTo(6);
            assertThat(Files.readAllLines(Path.of("src/main/resources/blueprints/index.txt")))
                    .isEqualTo(own);
        }
        assertThat(blueprints
                        .list("5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c0", null, Paging.first(9))
                        .total())
                .isEqualTo(6);
    }

    @Test
    void files_of_the_folder_are_taken_and_those_that_are_none_are_told() throws IOException {
        Path folder = Files.createDirectories(library.folder());
        Path good = folder.resolve("good.json");
        Path bad = folder.resolve("bad.json");
        Files.writeString(
                good,
                "{\"WorkflowBlueprint\":{\"uuid\":\"" + uuid
                        + "\",\"name\":\"mine\",\"timestamp\":\"5\",\"data\":[]}}");
        Files.writeString(bad, "{\"Workflow\":{}}");
        Files.writeString(folder.resolve("README.md"), "no blueprint");

        BlueprintLibrary.Loaded loaded = library.load(false);

        assertThat(loaded.created()).isEqualTo(1);
        assertThat(loaded.unchanged()).isGreaterThanOrEqualTo(6);
        assertThat(loaded.problems()).extracting(BlueprintLibrary.Trouble::file).containsExactly(bad.toString());
        assertThat(loaded.problems().get(0).message()).contains("no blueprint of MISP");
        assertThat(blueprints.findByUuid(uuid).orElseThrow().fromLibrary()).isTrue();
        Files.delete(good);
        Files.delete(bad);
    }
}
