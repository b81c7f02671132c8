package dev.sluice.http.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MasksTest {
    private static final String SECRET = "hush";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sluice.http.admin-key",
                "sluice.admin.key",
                "sluice.misp.key",
                "sluice.misp.authkey",
                "sluice.smtp.password",
                "sluice.smtp.pass",
                "sluice.database.username",
                "sluice.modules.enrichment.config.virustotal.account",
                "sluice.telegram.token"
            })
    void a_setting_whose_name_speaks_of_a_secret_is_masked(String name) {
        assertThat(Masks.shown(name, SECRET)).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:hush@host/path",
                "http://me:a@hush@host/path",
                "http://me:a/hush@host/path",
                "http://me:a?hush@host/path",
                "http://host/path?token=hush",
                "http://host/path?apikey=hush&page=1",
                "http://host/path?X-Api-Key=hush",
                "jdbc:postgresql://host/db?user=hush&password=hush&sslpassword=hush",
                "jdbc:h2:file:./data;PASSWORD=hush;MODE=x",
                "http://me:hush@one,http://you:hush@two"
            })
    void a_secret_within_an_address_is_masked(String address) {
        assertThat(Masks.shown("sluice.debug.url", address))
                .doesNotContain(SECRET)
                .contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host:8080/path?page=1",
                "jdbc:h2:file:./data/sluice",
                "tcp://127.0.0.1:50000",
                "Sluice <sluice@example.org>",
                "127.0.0.0/8,::1"
            })
    void what_holds_no_secret_is_shown_as_it_is(String value) {
        assertThat(Masks.shown("sluice.debug.url", value)).isEqualTo(value);
    }

    @Test
    void the_rest_of_an_address_can_still_be_read() {
        assertThat(Masks.shown("sluice.debug.url", "http://me:hush@host:81/path?token=hush&page=1"))
                .isEqualTo("http://***@host:81/path?token=***&page=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sluice.history.keep.age", "sluice.debug.kept", "sluice.history.redact.names"})
    void names_that_only_look_alike_are_shown(String name) {
        assertThat(Masks.shown(name, "30")).isEqualTo("30");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(Masks.shown("sluice.http.admin-key", "")).isEmpty();
    }
}
