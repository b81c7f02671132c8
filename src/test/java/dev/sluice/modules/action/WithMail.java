package dev.sluice.modules.action;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;

/** The whole program with a mail server, and a MISP whose accounts are those of the recorded cases. */
public final class WithMail implements QuarkusTestProfile {
    private static final String USERS =
            """
            [{"User":{"id":"1","email":"admin@oracle.test","org_id":"1","role_id":"1","disabled":false}},
             {"User":{"id":"2","email":"orgadmin@oracle.test","org_id":"2","role_id":"2","disabled":false}},
             {"User":{"id":"3","email":"user@oracle.test","org_id":"2","role_id":"3","disabled":false}},
             {"User":{"id":"4","email":"disabled-admin@oracle.test","org_id":"1","role_id":"1","disabled":true}}]""";
    private static final String ROLES =
            """
            [{"Role":{"id":"1","name":"admin","perm_site_admin":true,"perm_admin":true}},
             {"Role":{"id":"2","name":"Org Admin","perm_site_admin":false,"perm_admin":true}},
             {"Role":{"id":"3","name":"User","perm_site_admin":false,"perm_admin":false}}]""";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "sluice.smtp.port",
                String.valueOf(ShortPatience.freePort()),
                "sluice.smtp.timeout",
                "30s",
                "sluice.misp.url",
                "http://127.0.0.1:" + ShortPatience.freePort(),
                "sluice.misp.key",
                "k".repeat(40));
    }

    /** A mail server where the program looks for it. */
    static GreenMail mailServer(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        return server;
    }

    /** A MISP that knows its accounts and nothing else. */
    static WireMockServer misp(int port) {
        WireMockServer misp = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").port(port));
        misp.start();
        misp.stubFor(WireMock.get("/admin/users/index.json").willReturn(WireMock.okJson(USERS)));
        misp.stubFor(WireMock.get("/roles/index.json").willReturn(WireMock.okJson(ROLES)));
        return misp;
    }

    /** The mails in the order they came, {@code to | subject | text}. */
    static Stream<String> received(GreenMail server) {
        return Stream.of(server.getReceivedMessages()).map(WithMail::shown);
    }

    private static String shown(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0] + " | " + mail.getSubject() + " | "
                    + mail.getContent().toString().replace("\r\n", "\n").strip();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
