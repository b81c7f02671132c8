package dev.sluice.outside.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.fake.FakeMispModules;
import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Effects;
import dev.sluice.module.Modules;
import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.outside.Hosts;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A misp-modules service that comes and goes, answers and does not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispModulesTest {
    private static Vertx vertx;

    private final FakeMispModules service = new FakeMispModules();
    private final Modules modules = new Modules(List.of(new Builtin()));
    private MispModules client;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void closeAll() {
        vertx.close();
    }

    @AfterEach
    void close() {
        client.stop();
        service.close();
    }

    @Test
    void modules_join_the_catalogue_and_leave_it() {
        service.lists(List.of(action("ask_chat"), expansion("geo")));
        start();

        assertThat(action().spec().origin()).isEqualTo(Origin.MISP_MODULES);
        assertThat(modules.find("action", "geo")).isEmpty();
        assertThat(run()).isInstanceOf(Step.GoOn.class);

        service.lists(List.of(action("other")));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> modules.find("action", "other").isPresent());
        assertThat(modules.find("action", "ask_chat")).isEmpty();
    }

    @Test
    void a_module_that_did_not_change_stays_the_same_one() {
        service.lists(List.of(action("ask_chat")));
        start();
        Action before = action();
        int offers = modules.offers();

        service.lists(List.of(action("ask_chat"), action("other")));
        await().atMost(Duration.ofSeconds(10)).until(() -> modules.offers() > offers);

        assertThat(action()).isSameAs(before);
    }

    @Test
    void while_the_service_is_down_its_modules_stay_and_fail_at_once() {
        service.lists(List.of(action("ask_chat")));
        start();
        service.stop();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !action().diagnostics().isEmpty());

        assertThat(action().diagnostics())
                .singleElement()
                .asString()
                .contains(service.url())
                .contains("was refused");
        long begun = System.nanoTime();
        assertThatThrownBy(this::run).hasMessageContaining("was refused");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));

        service.startAgain();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> action().diagnostics().isEmpty());
        assertThat(run()).isInstanceOf(Step.GoOn.class);
    }

    @Test
    void it_joins_when_it_is_reached_for_the_first_time() {
        service.lists(List.of(action("ask_chat")));
        service.stop();
        start();
        assertThat(modules.find("action", "ask_chat")).isEmpty();

        service.startAgain();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> modules.find("action", "ask_chat").isPresent());
    }

    @Test
    void one_that_is_down_when_the_program_starts_has_the_modules_it_had() {
        service.lists(List.of(action("ask_chat")));
        start();
        client.stop();
        modules.offer(Origin.MISP_MODULES, "action service", List.of());
        service.stop();

        start();

        assertThat(action().diagnostics()).singleElement().asString().contains("was refused");
    }

    @Test
    void one_that_has_the_id_of_a_built_in_module_replaces_it_and_says_so() {
        service.lists(List.of(action("chat")));
        start();

        Action replaced = (Action) modules.find("action", "chat").orElseThrow();

        assertThat(replaced.spec().origin()).isEqualTo(Origin.MISP_MODULES);
        assertThat(replaced.remarks())
                .containsExactly("It replaces the module `Chat` (chat) that comes with the program.");
    }

    @Test
    void false_is_false_and_an_error_is_its_reason() {
        service.lists(List.of(action("ask_chat")));
        start();

        service.answers(question -> Fields.of("data", false));
        assertThat(run()).isInstanceOf(Step.Stop.class);
        service.answers(question -> Fields.of("error", "Because."));
        assertThat(run()).isEqualTo(new Step.Stop(List.of("Because.")));
        service.answers(question -> Fields.of("error", "", "data", true));
        assertThat(run()).isInstanceOf(Step.GoOn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>busy</html>", "{\"data\":"})
    void what_is_no_answer_is_an_error(String body) {
        service.lists(List.of(action("ask_chat"))).answers(question -> body.getBytes(StandardCharsets.UTF_8));
        start();

        assertThatThrownBy(this::run).hasMessageContaining("is no JSON");
    }

    @Test
    void a_status_that_is_no_success_is_an_error() {
        service.lists(List.of(action("ask_chat"))).status(500);
        start();

        assertThatThrownBy(this::run).hasMessageContaining("HTTP status 500");
    }

    @Test
    void an_answer_that_is_too_large_is_an_error() {
        service.lists(List.of(action("ask_chat"))).answers(question -> Fields.of("data", "x".repeat(200_000)));
        start(Map.of("sluice.modules.max-answer", "100K"));

        assertThatThrownBy(this::run).hasMessageContaining("sluice.modules.max-answer");
    }

    @Test
    void one_that_takes_too_long_is_an_error_and_was_told_how_long_it_had() {
        CountDownLatch over = new CountDownLatch(1);
        service.lists(List.of(action("ask_chat"))).answers(question -> {
            awaitUninterrupted(over);
            return true;
        });
        start(Map.of("sluice.modules.action.timeout", "1s"));

        assertThatThrownBy(this::run)
                .hasMessageContaining("timed out after 1 s")
                .hasMessageContaining("sluice.modules.action.timeout");
        over.countDown();
        assertThat(service.questions()).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("timeout", 1L));
    }

    @Test
    void enrichment_modules_are_found_by_text() {
        service.lists(List.of(action("ask_chat"), expansion("geo_country"), expansion("abuse")));
        start();

        assertThat(client.find(Choices.ENRICHMENT_MODULES, "", 0, 50)
                        .await()
                        .indefinitely()
                        .options())
                .extracting("value")
                .containsExactly("abuse", "geo_country");
        assertThat(client.find(Choices.ENRICHMENT_MODULES, "GEO", 0, 50)
                        .await()
                        .indefinitely()
                        .total())
                .isEqualTo(1);
    }

    @Test
    void without_a_service_nothing_joins_and_enrichment_says_what_to_set() {
        client = new MispModules(vertx, Hosts.unguarded(), Settings.of(Map.of()), modules);
        client.start(null);

        assertThat(modules.all()).hasSize(1);
        assertThat(client.diagnostics()).singleElement().asString().contains("SLUICE_MODULES_ENRICHMENT_URL");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        start(Map.of());
    }

    private void start(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(Map.of(
                "sluice.modules.action.url",
                service.url(),
                "sluice.modules.enrichment.url",
                service.url(),
                "sluice.modules.refresh",
                "100ms",
                "sluice.modules.retry",
                "100ms",
                "sluice.modules.memory",
                folder.toString()));
        all.putAll(own);
        client = new MispModules(vertx, Hosts.unguarded(), Settings.of(all), modules);
        client.start(null);
    }

    private Action action() {
        return (Action) modules.find("action", "ask_chat").orElseThrow();
    }

    private Step run() {
        Visit visit = Settings.visit(action(), Map.of(), Fields.of("a", 1L), Effects.real());
        return action().act(visit).await().atMost(Duration.ofSeconds(10));
    }

    private static Map<String, Object> action(String name) {
        return entry(name, "action");
    }

    private static Map<String, Object> expansion(String name) {
        return entry(name, "expansion");
    }

    private static Map<String, Object> entry(String name, String type) {
        return Fields.of(
                "name", name, "type", type, "meta", Fields.of("description", "Test", "module-type", List.of(type)));
    }

    /** A module that comes with the program. */
    private static final class Builtin implements Action {
        @Override
        public Spec spec() {
            return Spec.action("chat", "Chat").build();
        }

        @Override
        public Uni<Step> act(Visit visit) {
            return Step.goOn();
        }
    }
}
