package dev.sluice.outside.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Choices;
import dev.sluice.module.Lookup;
import dev.sluice.module.Option;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispChoicesTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final FakeMisp fake = Misps.seeded();
    private final Lookup lookup = Misps.lookup(fake, VERTX, Clock.systemUTC());

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
        for (int i = 0; i < 20_000; i++) {
            fake.knowsTag("many:" + (100_000 + i));
        }

        assertThat(find(Choices.TAGS, "many:", 0).options()).hasSize(50).first().isEqualTo(option("many:100000"));
        assertThat(find(Choices.TAGS, "many:", 50).options()).first().isEqualTo(option("many:100050"));
        assertThat(find(Choices.TAGS, "many:1199", 0).total()).isEqualTo(100);
        assertThat(fake.calls()).hasSize(1);
    }

    @Test
    void what_could_not_be_fetched_is_asked_for_again() {
        fake.answerInstead(500, "text/html", "<html>");

        assertThatThrownBy(() -> find(Choices.TAGS, "", 0)).hasMessageStartingWith("MISP failed at GET");
        assertThat(find(Choices.TAGS, "tlp:red", 0).options()).containsExactly(option("tlp:red"));
    }

    private static Option option(String name) {
        return new Option(name, name);
    }

    private Lookup.Found find(Choices choices, String text, long skipped) {
        return lookup.find(choices, text, skipped, 50).await().atMost(Duration.ofSeconds(20));
    }
}
