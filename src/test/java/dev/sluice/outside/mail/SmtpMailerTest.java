package dev.sluice.outside.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sluice.module.Effects;
import dev.sluice.module.Mailer.Mail;
import dev.sluice.outside.OutsideException;
import dev.sluice.outside.Visits;
import dev.sluice.payload.Fields;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class SmtpMailerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Mail HELLO = new Mail(List.of("a@example.org"), "Hello", "text");

    private final Vertx vertx = Vertx.vertx();
    private GreenMail server;
    private SmtpMailer smtp;

    @AfterEach
    void close() {
        if (smtp != null) {
            smtp.close();
        }
        if (server != null) {
            server.stop();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_mail_arrives_as_it_was_written_from_the_configured_sender() throws Exception {
        start("smtp");

        send(plain(), new Mail(List.of("a@example.org", "b@example.org"), "Événement 漢 1", "é\n.\n..two\nend"));

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Événement 漢 1");
        assertThat(mail.getFrom()[0]).hasToString("Sluice <sluice@example.org>");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@example.org", "b@example.org");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.getContent().toString().replace("\r\n", "\n").stripTrailing())
                .isEqualTo("é\n.\n..two\nend");
    }

    @Test
    void mails_one_after_the_other_all_arrive() {
        start("smtp");
        RecordingMailer mailer = plain();

        for (int i = 0; i < 12; i++) {
            send(mailer, HELLO);
        }

        assertThat(server.getReceivedMessages()).hasSize(12);
    }

    @Test
    void a_mail_without_a_text_is_sent_empty() throws Exception {
        start("smtp");

        send(plain(), new Mail(List.of("a@example.org"), "Hello", ""));

        assertThat(server.getReceivedMessages()[0].getContent().toString().strip())
                .isEmpty();
    }

    @Test
    void line_breaks_in_a_subject_start_no_header() throws Exception {
        start("smtp");

        send(plain(), new Mail(List.of("a@example.org"), "one\r\nBcc: evil@example.org\n\nbody\n", "text"));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("one Bcc: evil@example.org body");
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@",
                "@b",
                "a b@example.org",
                "a@example.org>\r\nRCPT TO:<b@example.org",
                "a@example.org,b@example.org",
                "A <a@example.org>"
            })
    void what_is_no_address_is_refused_in_a_real_run_and_in_a_dry_run(String address) {
        start("smtp");
        Mail mail = new Mail(List.of(address), "Hello", "text");
        RecordingMailer mailer = plain();

        for (Effects effects : List.of(Effects.real(), Effects.recording())) {
            assertThatThrownBy(() -> send(mailer, mail, effects))
                    .isInstanceOf(OutsideException.class)
                    .hasMessageEndingWith("is no mail address; it should look like name@example.org.");
            assertThat(effects.recorded()).isEmpty();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_dry_run_records_the_mail_and_sends_nothing() {
        start("smtp");
        Effects effects = Effects.recording();

        send(plain(), HELLO, effects);

        assertThat(effects.recorded())
                .containsExactly(Fields.of(
                        "kind",
                        "mail.send",
                        "from",
                        "Sluice <sluice@example.org>",
                        "to",
                        List.of("a@example.org"),
                        "subject",
                        "Hello",
                        "text",
                        "text"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_login_is_done_with_user_and_password() {
        start("smtp");
        server.setUser("me@example.org", "me", "pass");

        send(mailer("username", "me", "password", "pass", "tls", "NONE"), HELLO);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_wrong_password_is_told_and_never_shown() {
        start("smtp");
        server.setUser("me@example.org", "me", "pass");

        assertThatThrownBy(() -> send(mailer("username", "me", "password", "wr0ng", "tls", "NONE"), HELLO))
                .hasMessage("The mail server " + target() + " refused the login; check sluice.smtp.username"
                        + " (SLUICE_SMTP_USERNAME) and sluice.smtp.password (SLUICE_SMTP_PASSWORD).");
    }

    @Test
    void a_server_without_starttls_gets_no_mail_unless_that_is_wanted() {
        start("smtp");

        assertThatThrownBy(() -> send(mailer("tls", "STARTTLS"), HELLO))
                .hasMessage("The mail server " + target() + " does not offer STARTTLS. Set sluice.smtp.tls"
                        + " (SLUICE_SMTP_TLS) to tls, or to none where the way to it is safe.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_nobody_vouches_for_gets_no_mail() {
        start("smtps");

        assertThatThrownBy(() -> send(mailer("tls", "TLS"), HELLO))
                .isInstanceOf(OutsideException.class)
                .hasMessageStartingWith("TLS with the mail server " + target() + " failed: ")
                .hasMessageContaining("SLUICE_SMTP_TLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        start("smtp");
        RecordingMailer mailer = plain();
        String target = target();
        server.stop();

        assertThatThrownBy(() -> send(mailer, HELLO))
                .hasMessage("The connection to the mail server " + target + " was not accepted; check sluice.smtp.host"
                        + " (SLUICE_SMTP_HOST) and sluice.smtp.port (SLUICE_SMTP_PORT).");
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for_longer_than_allowed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = Map.of("port", String.valueOf(silent.getLocalPort()), "tls", "NONE");

            assertThatThrownBy(() -> send(mailer(settings, Duration.ofMillis(300)), HELLO))
                    .hasMessage("The mail server 127.0.0.1:" + silent.getLocalPort()
                            + " took longer than 300 ms. To wait longer, set sluice.smtp.timeout"
                            + " (SLUICE_SMTP_TIMEOUT).");
        }
    }

    @Test
    void a_recipient_the_server_does_not_want_is_told_with_its_reason() throws IOException {
        try (ServerSocket strict = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> done = CompletableFuture.runAsync(() -> refuseRecipients(strict));
            Map<String, String> settings = Map.of("port", String.valueOf(strict.getLocalPort()), "tls", "NONE");

            assertThatThrownBy(() -> send(mailer(settings, Duration.ofSeconds(10)), HELLO))
                    .hasMessage("The mail server 127.0.0.1:" + strict.getLocalPort()
                            + " refused the mail to a@example.org: 550 5.1.1 no such user");
            smtp.close();
            smtp = null;
            done.join();
        }
    }

    @Test
    void what_is_not_configured_is_told_with_the_name_of_the_setting() {
        smtp = new SmtpMailer(vertx, config(Map.of("host", "", "from", ""), PATIENCE));
        RecordingMailer mailer = new RecordingMailer(smtp);

        assertThat(mailer.diagnostics())
                .containsExactly(
                        "No mail server is configured. Set sluice.smtp.host (SLUICE_SMTP_HOST).",
                        "Mail has no sender. Set sluice.smtp.from (SLUICE_SMTP_FROM) to an address.");
        for (Effects effects : List.of(Effects.real(), Effects.recording())) {
            assertThatThrownBy(() -> send(mailer, HELLO, effects)).hasMessageContaining("SLUICE_SMTP_HOST");
        }
        assertThat(mailer(Map.of("port", "25", "from", "nobody", "username", "me"), PATIENCE)
                        .diagnostics())
                .hasSize(2)
                .anyMatch(it -> it.contains("SLUICE_SMTP_FROM"))
                .anyMatch(it -> it.contains("SLUICE_SMTP_PASSWORD"));
    }

    private void start(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        server = new GreenMail(setup.dynamicPort());
        server.start();
    }

    private int port() {
        return server.getSmtp() != null
                ? server.getSmtp().getPort()
                : server.getSmtps().getPort();
    }

    private String target() {
        return "127.0.0.1:" + port();
    }

    private static void refuseRecipients(ServerSocket server) {
        try (Socket client = server.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            answer(client, "220 strict");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(client, line.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok");
            }
        } catch (IOException e) {
            // the client hung up
        }
    }

    private static void answer(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void send(RecordingMailer mailer, Mail mail) {
        send(mailer, mail, Effects.real());
    }

    private static void send(RecordingMailer mailer, Mail mail, Effects effects) {
        mailer.send(Visits.with(effects), mail).await().atMost(PATIENCE);
    }

    private RecordingMailer plain() {
        return mailer("tls", "NONE");
    }

    private RecordingMailer mailer(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("port", String.valueOf(port())));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return mailer(all, PATIENCE);
    }

    private RecordingMailer mailer(Map<String, String> settings, Duration timeout) {
        smtp = new SmtpMailer(vertx, config(settings, timeout));
        return new RecordingMailer(smtp);
    }

    private static SmtpConfig config(Map<String, String> settings, Duration timeout) {
        return new SmtpConfig() {
            @Override
            public Optional<String> host() {
                return Optional.of(settings.getOrDefault("host", "127.0.0.1"));
            }

            @Override
            public OptionalInt port() {
                String port = settings.get("port");
                return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
            }

            @Override
            public Optional<String> username() {
                return Optional.ofNullable(settings.get("username"));
            }

            @Override
            public Optional<String> password() {
                return Optional.ofNullable(settings.get("password"));
            }

            @Override
            public Optional<String> from() {
                return Optional.of(settings.getOrDefault("from", "Sluice <sluice@example.org>"));
            }

            @Override
            public Tls tls() {
                return Tls.valueOf(settings.getOrDefault("tls", "STARTTLS"));
            }

            @Override
            public Duration timeout() {
                return timeout;
            }
        };
    }
}
