package dev.sluice.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Misp;
import dev.sluice.module.Modules;
import dev.sluice.module.Notifications;
import dev.sluice.module.Notifications.Note;
import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Switches;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the editor says about every module before it is used behind a trigger, against the original. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotificationsConformanceTest {
    /** Cases list the logic and action modules that are on; of the triggers, these two were off throughout. */
    private static final Set<String> TRIGGERS_OFF = Set.of("event-after-save-new-from-pull", "log-after-save");

    private static final Set<String> BEYOND_THE_ORIGINAL = Set.of("mattermost", "slack");

    @Inject
    Modules modules;

    static Stream<Arguments> cases() {
        return cases(true);
    }

    /** Cases recorded with the setting about URLs on, or off. */
    static Stream<Arguments> cases(boolean arbitraryUrls) {
        return Conformance.cases("validation")
                .filter(it -> it.get("kind").equals("module-notifications"))
                .filter(it -> it.get("rest_client_enable_arbitrary_urls").equals(arbitraryUrls))
                .map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_module_is_commented_on_as_in_the_original(String id, Map<String, Object> recorded) {
        List<?> enabled = (List<?>) recorded.get("enabled_modules");
        Switches switches =
                it -> it.type() == Spec.Type.TRIGGER ? !TRIGGERS_OFF.contains(it.id()) : enabled.contains(it.id());
        Spec trigger =
                modules.trigger((String) recorded.get("trigger")).orElseThrow().spec();
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        Set<String> unknown = new TreeSet<>();
        expected.values().forEach(it -> unknown.addAll(Recorded.map(it).keySet()));

        modules.all().stream().filter(NotificationsConformanceTest::isOurs).forEach(module -> {
            Spec spec = module.spec();
            Map<String, Object> ofType =
                    Recorded.map(expected.get("modules_" + spec.type().id()));
            Notifications said = Notifications.of(module, trigger, switches);
            assertThat(Json.write(shown(said)))
                    .as("%s behind %s", spec.id(), trigger.id())
                    .isEqualTo(Json.write(shown(Recorded.map(ofType.get(spec.id())))));
            unknown.remove(spec.id());
        });

        assertThat(unknown).as("modules we have not").isEmpty();
    }

    /** Modules that only tests have or declare are no part of it, nor those that the original has not. */
    private static boolean isOurs(WorkflowModule module) {
        return module.spec().origin() == Origin.MISP_MODULES
                || (module.spec().origin() == Origin.BUILT_IN
                        && module.getClass().getPackageName().startsWith(BuiltInModule.class.getPackageName())
                        && !BEYOND_THE_ORIGINAL.contains(module.spec().id()));
    }

    private static Fields shown(Notifications said) {
        return Fields.of("error", shown(said.error()), "warning", shown(said.warning()), "info", shown(said.info()));
    }

    private static List<Object> shown(List<Note> notes) {
        return notes.stream()
                // what only we can say: the original is the platform
                .filter(it -> !it.text().equals(Misp.NOT_CONFIGURED))
                .<Object>map(it -> it.text() + (it.inPalette() ? "" : " (nodes only)"))
                .toList();
    }

    private static Fields shown(Map<String, Object> recorded) {
        Fields shown = new Fields();
        for (String severity : List.of("error", "warning", "info")) {
            List<?> notes = recorded.get(severity) instanceof List<?> some ? some : List.of();
            shown.put(
                    severity,
                    notes.stream()
                            .map(Recorded::map)
                            .<Object>map(it -> it.get("text")
                                    + (it.get("__show_in_sidebar").equals(true) ? "" : " (nodes only)"))
                            .toList());
        }
        return shown;
    }
}
