package dev.sluice.outside.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Logic;
import dev.sluice.module.Modules;
import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Fields;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Custom modules in Java, each compiled into a jar of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JavaFilesTest {
    private static final String WEEKEND =
            """
            package org.example;
            import dev.sluice.module.*;
            public final class Weekend implements Logic {
                private static final Param<String> DAY = Param.text("day", "Day");
                public Spec spec() {
                    return Spec.logic("weekend-if", "IF :: Weekend").leadsTo("then", "else").asks(DAY).build();
                }
                public Way choose(Visit visit) {
                    return Way.when(visit.get(DAY).startsWith("S"));
                }
            }
            """;

    private static final class BuiltInTagIf implements Logic {
        @Override
        public Spec spec() {
            return Spec.logic("tag-if", "IF :: Tag").leadsTo("then", "else").build();
        }

        @Override
        public Way choose(Visit visit) {
            return Way.ELSE;
        }
    }

    private final Modules modules = new Modules(List.of(new BuiltInTagIf()));
    private JavaFiles files;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        if (files != null) {
            files.close();
        }
    }

    @Test
    void a_class_that_the_jar_names_is_a_module() throws IOException {
        Jars.write(folder.resolve("weekend.jar"), "org.example.Weekend", WEEKEND);
        start(false);

        Logic module = (Logic) find("logic", "weekend-if");

        assertThat(module.spec().origin()).isEqualTo(Origin.CUSTOM);
        assertThat(module.diagnostics()).isEmpty();
        assertThat(module.isBroken()).isFalse();
        assertThat(choose(module, "Sunday")).isEqualTo(Way.THEN);
        assertThat(choose(module, "Monday")).isEqualTo(Way.ELSE);
    }

    @Test
    void one_with_the_id_of_a_built_in_takes_its_place_and_says_so() throws IOException {
        Jars.write(folder.resolve("tags.jar"), "org.example.Weekend", WEEKEND.replace("weekend-if", "tag-if"));
        start(false);

        WorkflowModule module = find("logic", "tag-if");

        assertThat(module.spec().name()).isEqualTo("IF :: Weekend");
        assertThat(module.remarks())
                .containsExactly("It replaces the module `IF :: Tag` (tag-if) that comes with the program.");
    }

    @Test
    void what_cannot_be_loaded_says_why_beside_its_file_and_keeps_nobody_else_out() throws IOException {
        Jars.write(folder.resolve("a-weekend.jar"), "org.example.Weekend", WEEKEND);
        Jars.write(folder.resolve("again.jar"), "org.example.Weekend", WEEKEND);
        Jars.write(folder.resolve("nameless.jar"), "org.example.Weekend", WEEKEND, null);
        Jars.write(folder.resolve("misnamed.jar"), "org.example.Weekend", WEEKEND, "org.example.Weekday");
        Jars.write(
                folder.resolve("throwing.jar"),
                "org.example.Weekend",
                WEEKEND.replace(
                        "public Spec", "public Weekend() { throw new IllegalStateException(\"no\"); } public Spec"));
        Jars.write(
                folder.resolve("silent.jar"),
                "org.example.Weekend",
                WEEKEND.replace(
                        "return Spec.logic",
                        "if (true) throw new IllegalStateException(\"tired\"); return Spec.logic"));
        Files.writeString(folder.resolve("text.jar"), "this is no jar");
        start(false);

        assertThat(find("logic", "weekend-if").isBroken()).isFalse();
        assertThat(why("again.jar"))
                .isEqualTo("again.jar cannot be used. Its module has the id weekend-if, which one"
                        + " in a-weekend.jar has already.");
        assertThat(why("nameless.jar"))
                .contains("names no module in META-INF/services/dev.sluice.module.WorkflowModule");
        assertThat(why("text.jar")).contains("no jar");
        assertThat(why("misnamed.jar")).contains("org.example.Weekday").contains("not found");
        assertThat(why("throwing.jar")).contains("IllegalStateException: no");
        assertThat(why("silent.jar")).contains("does not say what it is").contains("tired");
        Action broken = (Action) find("action", "text.jar");
        assertThat(broken.isBroken()).isTrue();
        assertThatThrownBy(() -> broken.act(Settings.visit(broken, Map.of(), new Fields(), Effects.real()))
                        .await()
                        .indefinitely())
                .hasMessageContaining("text.jar cannot be used");
    }

    @Test
    void a_trigger_is_referred_to_where_triggers_are_declared() throws IOException {
        Jars.write(
                folder.resolve("trigger.jar"),
                "org.example.Alarm",
                """
                package org.example;
                import dev.sluice.module.*;
                import io.smallrye.mutiny.Uni;
                import java.util.Map;
                public final class Alarm implements Trigger {
                    public Spec spec() { return Spec.trigger("alarm", "Alarm", "others").build(); }
                    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
                        return Uni.createFrom().item(raw);
                    }
                }
                """);
        start(false);

        assertThat(why("trigger.jar")).contains("POST /api/v1/triggers");
    }

    @Test
    void one_that_was_compiled_against_another_version_fails_its_node_and_says_what_to_do() throws IOException {
        Jars.write(
                folder.resolve("old.jar"),
                "org.example.Weekend",
                WEEKEND.replace(
                        "return Way.when", "if (true) throw new NoSuchMethodError(\"Visit.old()\"); return Way.when"));
        start(false);

        assertThatThrownBy(() -> choose((Logic) find("logic", "weekend-if"), "Sunday"))
                .hasMessageContaining("does not fit this version of Sluice: Visit.old(). Compile it again.");
    }

    @Test
    void a_program_compiled_ahead_of_time_refers_to_the_jvm_image() throws IOException {
        Jars.write(folder.resolve("weekend.jar"), "org.example.Weekend", WEEKEND);
        start(true);

        assertThat(why("weekend.jar")).contains("need the program on a JVM").contains("Use the JVM image");
    }

    @Test
    void without_a_folder_there_are_none() {
        files = new JavaFiles(
                Settings.of(
                        Map.of("sluice.modules.java.dir", folder.resolve("none").toString())),
                modules,
                false);
        files.start(new StartupEvent());

        assertThat(modules.all()).hasSize(1);
    }

    private void start(boolean compiledAhead) {
        files = new JavaFiles(
                Settings.of(Map.of("sluice.modules.java.dir", folder.toString())), modules, compiledAhead);
        files.start(new StartupEvent());
    }

    private static Way choose(Logic module, String day) {
        return module.choose(Settings.visit(module, Map.of("day", day), new Fields(), Effects.real()));
    }

    private WorkflowModule find(String type, String id) {
        return modules.find(type, id).orElseThrow();
    }

    private String why(String jar) {
        return String.join("\n", find("action", jar).diagnostics());
    }
}
