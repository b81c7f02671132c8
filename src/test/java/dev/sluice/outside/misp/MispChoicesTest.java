package dev.sluice.outside.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.module.Choices;
import dev.sluice.module.Lookup;
import dev.sluice.module.Misp;
import dev.sluice.module.Option;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispChoicesTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final FakeMisp fake = Misps.seeded();
    private Instant now = Instant.parse("2026-11-25T00:00:00Z");
    private final Lookup lookup = Misps.lookup(fake, VERTX, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @AfterEach
    void stop() {
        fake.close();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({
        "TAGS, GREEN, PAP--green",
        "GALAXY_TAGS, LUX, country=\"luxembourg\"",
        "WARNING_LISTS, resolvers, 1",
        "OWN_WARNING_LISTS, synthetic, 2",
        "WARNING_LIST_NAMES, '', ALL",
        "ORGANISATIONS, partner, 2",
        "SHARING_GROUPS, two, 2",
        "ACCOUNTS, orgadmin, orgadmin@oracle.test",
        "DECAYING_MODELS, simple, 1"
    })
    void choices_are_found_by_text_whatever_its_case(Choices choices, String text, String value) {
        assertThat(find(choices, text, 0).options()).extracting(Option::value).startsWith(value);
    }

    @Test
    void twenty_thousand_tags_are_asked_for_once_and_shown_fifty_at_a_time() {
        manyTags();

        assertThat(find(Choices.TAGS, "", 0).total()).isEqualTo(20_014);
        assertThat(find(Choices.TAGS, "many:", 0).options()).hasSize(50).first().isEqualTo(option("many:100000"));
        assertThat(find(Choices.TAGS, "many:", 50).options()).first().isEqualTo(option("many:100050"));
        assertThat(find(Choices.TAGS, "many:1199", 0).total()).isEqualTo(100);
        assertThat(fake.calls()).hasSize(1);
    }

    @Test
    void while_twenty_thousand_tags_are_on_their_way_misp_searches_them() {
        manyTags();
        CountDownLatch whole = hold("/tags/index.json");

        Lookup.Found found = find(Choices.TAGS, "MANY:1199", 50);

        assertThat(found.options()).hasSize(50).first().isEqualTo(option("many:119950"));
        assertThat(found.total()).isEqualTo(100);
        assertThat(find(Choices.GALAXY_TAGS, "lux", 0).options()).containsExactly(option("country=\"luxembourg\""));
        whole.countDown();
        await().untilAsserted(() -> {
            long searches = searches();
            assertThat(find(Choices.TAGS, "many:1199", 0).total()).isEqualTo(100);
            assertThat(searches()).isEqualTo(searches);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "it's \"quoted\"", "back\\slash", "🦊"})
    void a_tag_is_searched_by_whatever_stands_in_its_name(String name) {
        fake.knowsTag(name + " sure");
        fake.knowsTag("100 a-b it is quoted");
        CountDownLatch whole = hold("/tags/index.json");

        assertThat(find(Choices.TAGS, name, 0).options()).containsExactly(option(name + " sure"));
        whole.countDown();
    }

    @Test
    void what_is_old_is_shown_while_the_new_is_fetched() {
        find(Choices.TAGS, "", 0);
        fake.knowsTag("brand-new");
        assertThat(find(Choices.TAGS, "brand-new", 0).options()).isEmpty();
        now = now.plusSeconds(61);
        CountDownLatch whole = hold("/tags/index.json");

        assertThat(find(Choices.TAGS, "tlp:red", 0).options()).containsExactly(option("tlp:red"));

        whole.countDown();
        await().untilAsserted(() ->
                assertThat(find(Choices.TAGS, "brand-new", 0).options()).containsExactly(option("brand-new")));
        assertThat(fake.calls()).hasSize(2);
    }

    @Test
    void what_is_old_is_shown_on_where_misp_fails() {
        find(Choices.ORGANISATIONS, "", 0);
        now = now.plusSeconds(61);
        fake.answerInstead(500, "text/html", "<html>");

        assertThat(find(Choices.ORGANISATIONS, "", 0).total()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(fake.calls()).hasSize(2));
        assertThat(find(Choices.ORGANISATIONS, "", 0).total()).isEqualTo(2);
    }

    @Test
    void what_could_not_be_fetched_is_asked_for_again() {
        fake.answerInstead(500, "text/html", "<html>");

        assertThatThrownBy(() -> find(Choices.TAGS, "", 0)).hasMessageStartingWith("MISP failed at GET");
        assertThat(find(Choices.TAGS, "tlp:red", 0).options()).containsExactly(option("tlp:red"));
    }

    @Test
    void without_a_misp_the_missing_setting_is_told() {
        Lookup none = Misps.lookup(null, VERTX, Clock.systemUTC());

        for (String text : new String[] {"", "tlp"}) {
            assertThatThrownBy(
                            () -> none.find(Choices.TAGS, text, 0, 50).await().indefinitely())
                    .hasMessage(Misp.NOT_CONFIGURED);
        }
    }

    private void manyTags() {
        for (int i = 0; i < 20_000; i++) {
            fake.knowsTag("many:" + (100_000 + i));
        }
    }

    /** Lets calls of that path wait until the latch opens. */
    private CountDownLatch hold(String path) {
        CountDownLatch open = new CountDownLatch(1);
        fake.onCall(call -> {
            if (call.path().equals(path)) {
                try {
                    open.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        return open;
    }

    private long searches() {
        return fake.calls().stream()
                .filter(it -> it.path().equals("/tags/search"))
                .count();
    }

    private static Option option(String name) {
        return new Option(name, name);
    }

    private Lookup.Found find(Choices choices, String text, long skipped) {
        return lookup.find(choices, text, skipped, 50).await().atMost(Duration.ofSeconds(20));
    }
}
