package dev.sluice.outside.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Effects;
import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Scope;
import dev.sluice.module.Occasion;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispClientTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String EVENT = "55555555-0000-4000-8000-000000000001";
    private static final String ATTRIBUTE = "66666666-0000-4000-8000-000000000012";

    private final FakeMisp fake = Misps.seeded();
    private final Misp misp = Misps.port(fake, VERTX);
    private final Visit visit = visit(Effects.real());

    @AfterEach
    void stop() {
        fake.close();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_call_carries_the_key_and_how_deep_we_are() {
        await(misp.event(visit, "1"));

        FakeMisp.Called call = fake.calls().get(0);
        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.path()).startsWith("/events/view/1/");
        assertThat(call.headers())
                .containsEntry("authorization", FakeMisp.KEY)
                .containsEntry("accept", "application/json")
                .containsEntry("sluice-depth", "3");
    }

    @Test
    void an_event_that_is_not_there_is_none() {
        assertThat(await(misp.event(visit, "999"))).isEmpty();
        assertThat(await(misp.event(visit, EVENT)).orElseThrow()).containsKey("Event");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            403 | application/json | {"name":"no","message":"no"} | MISP refused GET /warninglists/index.json. Check the key
            401 | text/html        | <html>                       | MISP refused GET /warninglists/index.json. Check the key
            404 | application/json | {"message":"gone"}           | MISP does not find what GET /warninglists/index.json asks for. It said: gone
            405 | application/json | {"errors":"not newer"}       | MISP does not allow GET /warninglists/index.json. It said: not newer
            429 | application/json | {}                           | MISP is asked too often
            302 | text/html        | <html>                       | MISP sends GET /warninglists/index.json elsewhere. Set sluice.misp.url
            500 | text/html        | <html>boom</html>            | MISP failed at GET /warninglists/index.json (HTTP 500). Look into the logs of MISP.
            200 | text/html        | <html>login</html>           | MISP answered GET /warninglists/index.json with a web page instead of JSON. Check that sluice.misp.url
            200 | application/json | {"a":                        | MISP answered GET /warninglists/index.json with something that is not JSON
            """)
    void what_cannot_be_used_is_told_in_a_sentence(int status, String type, String body, String sentence) {
        fake.answerInstead(status, type, body);

        assertThatThrownBy(() -> await(misp.warningLists(visit))).hasMessageStartingWith(sentence);
    }

    @Test
    void an_empty_answer_is_told_in_a_sentence() {
        fake.answerInstead(200, "application/json", "");

        assertThatThrownBy(() -> await(misp.warningLists(visit)))
                .hasMessage("MISP answered GET /warninglists/index.json with nothing. Look into the logs of MISP.");
    }

    @Test
    void an_answer_beyond_the_limit_is_not_read() {
        Misp small = Misps.port(fake, VERTX, "max-answer", "1000");

        assertThatThrownBy(() -> await(small.event(visit, "1")))
                .hasMessageContaining("is larger than 1000 bytes")
                .hasMessageContaining("SLUICE_MISP_MAX_ANSWER");
    }

    @Test
    void an_event_of_fifty_megabytes_is_read_with_the_settings_as_they_come() {
        String attachment = "A".repeat(50_000_000);
        fake.answerInstead(
                200,
                "application/json",
                "{\"Event\":{\"id\":\"1\",\"Attribute\":[{\"data\":\"" + attachment + "\"}]}}");

        Map<String, Object> event = await(misp.event(visit, "1")).orElseThrow();

        assertThat(HashPath.parse("Event.Attribute.0.data").get(event, null)).isEqualTo(attachment);
    }

    @Test
    void an_answer_of_seventy_megabytes_is_more_than_that() {
        fake.answerInstead(200, "application/json", "\"" + "A".repeat(70_000_000) + "\"");

        assertThatThrownBy(() -> await(misp.event(visit, "1")))
                .hasMessageContaining("is larger than 67108864 bytes")
                .hasMessageContaining("SLUICE_MISP_MAX_ANSWER");
    }

    @Test
    void a_slow_answer_is_not_waited_for_beyond_the_limit() {
        CountDownLatch enough = new CountDownLatch(1);
        fake.onCall(call -> await(enough));
        Misp hasty = Misps.port(fake, VERTX, "timeout", "500ms");

        assertThatThrownBy(() -> await(hasty.warningLists(visit)))
                .hasMessageContaining("timed out after 500 ms")
                .hasMessageContaining("SLUICE_MISP_TIMEOUT");
        enough.countDown();
        assertThat(fake.calls()).as("not tried again").hasSizeLessThan(2);
    }

    @Test
    void reading_is_tried_again_when_a_gateway_says_misp_is_away() {
        fake.answerInstead(503, "text/html", "<html>");
        fake.answerInstead(502, "text/html", "<html>");

        assertThat(await(misp.warningLists(visit))).hasSize(3);
        assertThat(fake.calls()).hasSize(3);
    }

    @Test
    void after_three_tries_the_reason_is_told() {
        for (int i = 0; i < 3; i++) {
            fake.answerInstead(503, "text/html", "<html>");
        }

        assertThatThrownBy(() -> await(misp.warningLists(visit))).hasMessageStartingWith("MISP failed at GET");
    }

    @Test
    void a_connection_that_ends_without_an_answer_is_tried_again_for_reading_only() {
        AtomicInteger asked = new AtomicInteger();
        NetServer server = VERTX.createNetServer()
                .connectHandler(connection -> connection.handler(request -> {
                    asked.incrementAndGet();
                    connection.close();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Misp mute = Misps.port(fake, VERTX, "url", "http://127.0.0.1:" + server.actualPort());

        assertThatThrownBy(() -> await(mute.warningLists(visit)))
                .hasMessageContaining("closed the connection before its answer was complete");
        assertThat(asked).hasValue(3);
        assertThatThrownBy(() -> await(mute.publish(visit, "1")))
                .hasMessageContaining("closed the connection before its answer was complete");
        assertThat(asked).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            403 | text/html        | <html>        | MISP refused POST /tags/attachTagToObject. Check the key
            404 | application/json | {"name":"x"}  | MISP does not find what POST /tags/attachTagToObject asks for.
            500 | text/html        | <html>        | MISP failed at POST /tags/attachTagToObject (HTTP 500).
            200 | text/html        | <html>        | MISP answered POST /tags/attachTagToObject with a web page
            200 | application/json | ''            | MISP answered POST /tags/attachTagToObject with nothing.
            """)
    void a_write_that_goes_wrong_is_told_as_well(int status, String type, String body, String sentence) {
        fake.answerInstead(status, type, body);

        assertThatThrownBy(() -> await(misp.attachTag(visit, EVENT, "tlp:red", true, "")))
                .hasMessageStartingWith(sentence);
        assertThat(fake.calls()).hasSize(1);
    }

    @Test
    void writing_is_never_tried_again() {
        fake.answerInstead(503, "text/html", "<html>");

        assertThatThrownBy(() -> await(misp.publish(visit, "1"))).hasMessageStartingWith("MISP failed at POST");
        assertThat(fake.calls()).hasSize(1);
    }

    @Test
    void without_a_misp_everything_says_which_setting_is_missing() {
        Misp none = Misps.port(null, VERTX);

        assertThat(none.isConfigured()).isFalse();
        assertThat(none.diagnostics()).containsExactly(Misp.NOT_CONFIGURED);
        assertThatThrownBy(() -> await(none.event(visit, "1"))).hasMessage(Misp.NOT_CONFIGURED);
        assertThatThrownBy(() -> await(none.publish(visit(Effects.recording()), "1")))
                .hasMessage(Misp.NOT_CONFIGURED);
    }

    @Test
    void the_key_may_stand_in_a_file_and_be_replaced_there(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "old\n");
        Misp keyed = Misps.port(fake, VERTX, "key", "", "key-file", file.toString());
        assertThatThrownBy(() -> await(keyed.warningLists(visit))).hasMessageStartingWith("MISP refused");

        Files.writeString(file, FakeMisp.KEY + "\n");

        assertThat(await(keyed.warningLists(visit))).hasSize(3);
    }

    @Test
    void a_key_file_that_is_not_there_is_told(@TempDir Path folder) {
        Misp keyed = Misps.port(
                fake, VERTX, "key", "", "key-file", folder.resolve("none").toString());

        assertThatThrownBy(() -> await(keyed.warningLists(visit))).hasMessageContaining("SLUICE_MISP_KEY_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100% sure", "a_b", "back\\slash", "say \"hi\"", "🦊 fox", "it's", "plain"})
    void a_tag_of_any_name_is_attached_and_taken_off_by_exactly_that_name(String name) {
        fake.knowsTag("100x sure");
        fake.knowsTag("axb");

        await(misp.attachTag(visit, EVENT, name, true, ""));

        assertThat(await(misp.tags(visit, Scope.EVENT, List.of(EVENT))).get(EVENT))
                .extracting(it -> it.get("name"))
                .contains(name)
                .doesNotContain("100x sure", "axb");
        assertThat(await(misp.detachTag(visit, EVENT, name))).isTrue();
        assertThat(await(misp.detachTag(visit, EVENT, name))).isFalse();
    }

    @Test
    void attributes_of_objects_are_edited_one_by_one_the_others_together() {
        List<Map<String, Object>> saved = await(misp.editAttributes(
                visit,
                EVENT,
                List.of(
                        Fields.of("uuid", ATTRIBUTE, "object_id", "0", "to_ids", false),
                        Fields.of(
                                "uuid", "66666666-0000-4000-8000-000000000014", "object_id", "101", "to_ids", true))));

        assertThat(saved).extracting(it -> it.get("id")).containsExactly("12", "14");
        assertThat(fake.calls())
                .extracting(FakeMisp.Called::path)
                .containsExactly("/events/edit/" + EVENT, "/attributes/edit/66666666-0000-4000-8000-000000000014");
    }

    @Test
    void a_dry_run_reads_but_only_notes_what_it_would_write() {
        Effects effects = Effects.recording();
        Visit dry = visit(effects);

        assertThat(await(misp.event(dry, "1"))).isPresent();
        await(misp.attachTag(dry, EVENT, "tlp:red", true, ""));
        await(misp.detachTag(dry, EVENT, "tlp:red"));
        await(misp.editAttributes(dry, EVENT, List.of(Fields.of("uuid", ATTRIBUTE, "comment", "x"))));
        await(misp.editEvent(dry, EVENT, Fields.of("distribution", "0")));
        await(misp.publish(dry, "1"));
        await(misp.acceptProposal(dry, "1"));
        await(misp.addToWarningList(dry, "2", List.of("a")));
        await(misp.blockEvent(dry, EVENT, "info", "org", ""));
        await(misp.enrichEvent(dry, "1", List.of("dns")));

        assertThat(effects.recorded())
                .extracting(it -> it.get("kind"))
                .containsExactly(
                        "misp.tag.add",
                        "misp.tag.remove",
                        "misp.attributes.edit",
                        "misp.event.edit",
                        "misp.event.publish",
                        "misp.proposal.accept",
                        "misp.warninglist.add",
                        "misp.blocklist.add",
                        "misp.event.enrich");
        assertThat(fake.calls()).hasSize(1);
        assertThat(fake.changes()).isEmpty();
    }

    @Test
    void accounts_tell_who_is_admin_and_who_is_gone() {
        assertThat(await(misp.accounts(visit)))
                .containsExactly(
                        new Misp.Account("1", "admin@oracle.test", "1", false, true, true),
                        new Misp.Account("2", "orgadmin@oracle.test", "1", false, false, true),
                        new Misp.Account("3", "gone@oracle.test", "1", true, false, false));
    }

    @Test
    void an_organisation_has_a_name_or_is_not_there() {
        assertThat(await(misp.organisation(visit, "2"))).isEqualTo(Optional.of("SYN-PARTNER"));
        assertThat(await(misp.organisation(visit, "99"))).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Visit visit(Effects effects) {
        return new Visit(null, null, null, new Occasion("run", 1, "workflow", "event-publish", 2), effects);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
