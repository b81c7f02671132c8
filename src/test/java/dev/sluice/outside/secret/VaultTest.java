package dev.sluice.outside.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VaultTest {
    @TempDir
    Path dir;

    @Test
    void a_file_is_a_secret_without_its_last_line_break() throws IOException {
        Files.writeString(dir.resolve("api"), "a b\n\n");
        Files.writeString(dir.resolve("api.hosts"), "one.example\n*.two.example, three.example");

        Secret secret = Vaults.of(dir, Map.of()).find("api");

        assertThat(secret.value()).isEqualTo("a b\n");
        assertThat(secret.hosts()).containsExactly("one.example", "*.two.example", "three.example");
    }

    @Test
    void files_as_kubernetes_mounts_them_are_links_into_a_folder_with_dots() throws IOException {
        Path data = Files.createDirectory(dir.resolve("..2026_11_25"));
        Files.writeString(data.resolve("api"), "v");
        Files.writeString(data.resolve("api.hosts"), "one.example");
        Files.createSymbolicLink(dir.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(dir.resolve("api"), Path.of("..data", "api"));
        Files.createSymbolicLink(dir.resolve("api.hosts"), Path.of("..data", "api.hosts"));

        Vault vault = Vaults.of(dir, Map.of());

        assertThat(vault.find("api").value()).isEqualTo("v");
        assertThat(vault.told()).containsExactly("api: for one.example");
    }

    @Test
    void a_file_that_changes_is_read_again() throws IOException {
        Files.writeString(dir.resolve("api"), "old");
        Files.writeString(dir.resolve("api.hosts"), "one.example");
        Vault vault = Vaults.of(dir, Map.of());

        Files.writeString(dir.resolve("api"), "new");
        vault.read();

        assertThat(vault.find("api").value()).isEqualTo("new");
    }

    @Test
    void a_variable_is_a_secret_too_and_a_file_goes_before_it() throws IOException {
        Files.writeString(dir.resolve("api-key"), "file");
        Files.writeString(dir.resolve("api-key.hosts"), "one.example");
        Map<String, String> environment = Map.of(
                "SLUICE_SECRET_API_KEY", "variable",
                "SLUICE_SECRET_OTHER_ONE", "v",
                "SLUICE_SECRET_OTHER_ONE_HOSTS", "two.example");

        Vault vault = Vaults.of(dir, environment);

        assertThat(vault.find("api-key").value()).isEqualTo("file");
        assertThat(vault.find("other-one").hosts()).containsExactly("two.example");
    }

    @Test
    void one_that_is_not_there_or_for_nobody_says_what_to_do() throws IOException {
        Files.writeString(dir.resolve("lonely"), "value-of-it");
        Vault vault = Vaults.of(dir, Map.of());

        assertThatThrownBy(() -> vault.find("none"))
                .hasMessage("There is no secret `none`. Put it into a file of that name in the folder of"
                        + " SLUICE_SECRETS_DIR, or into SLUICE_SECRET_NONE.");
        assertThatThrownBy(() -> vault.find("lonely"))
                .hasMessageContaining("lonely.hosts")
                .hasMessageContaining("SLUICE_SECRET_LONELY_HOSTS")
                .hasMessageNotContaining("value-of-it");
        assertThat(vault.problem("none")).contains("There is no secret");
        assertThat(vault.problem("lonely")).contains("hosts");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        Vault vault = Vaults.of(dir.resolve("none"), Map.of());

        assertThat(vault.told()).singleElement().asString().contains("cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "one.example, false",
        "two.example, false",
        "three.example, true",
        "a.four.example, true",
        "localhost, true",
        "localhost., true",
        "127.0.0.1, true",
        "127.0.0.2, false",
        "[::1], true",
        "127.evil.example, false"
    })
    void others_may_read_along_where_it_is_said_and_on_this_machine(String host, boolean told) throws IOException {
        Files.writeString(dir.resolve("api"), "v");
        Files.writeString(
                dir.resolve("api.hosts"),
                "one.example https://two.example http://three.example http://*.four.example *.example"
                        + " localhost 127.0.0.1 https://127.0.0.2 [::1]");

        Secret secret = Vaults.of(dir, Map.of()).find("api");

        assertThat(secret.isFor(host)).isTrue();
        assertThat(secret.isForReaders(host)).isEqualTo(told);
    }

    @Test
    void what_is_listed_and_no_host_is_told() throws IOException {
        Files.writeString(dir.resolve("api"), "v");
        Files.writeString(dir.resolve("api.hosts"), "https://one.example:8443 two.example/a three.example");
        Files.writeString(dir.resolve("lonely"), "v");
        Files.writeString(dir.resolve("lonely.hosts"), "ftp://one.example");

        Vault vault = Vaults.of(dir, Map.of());

        assertThat(vault.told())
                .contains("api: for three.example. `https://one.example:8443`, `two.example/a` is no host: write"
                        + " example.org, *.example.org or http://example.org, without port or path.");
        assertThat(vault.problem("lonely")).contains("Nobody said", "`ftp://one.example` is no host");
    }

    @ParameterizedTest
    @CsvSource({
        "one.example, true", "ONE.example, true", "one.example., true", "a.one.example, false",
        "two.example, false", "a.two.example, true", "a.b.two.example, true", "atwo.example, false",
        "one.example.evil, false", "127.0.0.1, false"
    })
    void a_secret_is_for_the_hosts_that_are_listed(String host, boolean told) throws IOException {
        Files.writeString(dir.resolve("api"), "v");
        Files.writeString(dir.resolve("api.hosts"), "One.Example *.two.example * *.");

        assertThat(Vaults.of(dir, Map.of()).find("api").isFor(host)).isEqualTo(told);
    }
}
