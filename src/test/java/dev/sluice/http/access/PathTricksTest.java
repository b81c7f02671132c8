package dev.sluice.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that some part of a server may read otherwise than another: none of them opens anything. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PathTricksTest {
    @TestHTTPResource
    URL server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/triggers",
                "/api//v1/triggers",
                "/api/v1//triggers",
                "/api/v1/triggers;x",
                "/api/v1/triggers;x=1",
                "/api;/v1/triggers",
                "/api%2Fv1%2Ftriggers",
                "/api%2fv1/triggers",
                "/api%5Cv1%5Ctriggers",
                "/api\\v1\\triggers",
                "/..;/api/v1/triggers",
                "/assets/..;/api/v1/triggers",
                "/assets/../api/v1/triggers",
                "/assets/%2e%2e/api/v1/triggers",
                "/assets/%2E%2E%2Fapi/v1/triggers",
                "/q/health/../../api/v1/triggers",
                "/q/swagger-ui/..;/../api/v1/triggers",
                "/API/V1/TRIGGERS",
                "/Api/v1/triggers",
                "/api/v1/triggers.",
                "/api/v1/triggers/",
                "/api/v1/triggers%00",
                "/api/v1/triggers%20",
                "/./api/v1/triggers",
                "/%61pi/v1/triggers",
                "/api/v1/triggers?Authorization=test-key-of-the-house",
                "/api/v1/triggers?key=test-key-of-the-house",
                "/api/v1/session/../triggers",
                "/modules/../api/v1/triggers"
            })
    void none_opens_without_a_key(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1");

        assertThat(answer).doesNotContain("event-publish");
        assertThat(answer.split(" ")[1]).as(path).isIn("400", "401", "403", "404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/triggers", "//api/v1/triggers", "/api/v1/triggers;x", "/api%2Fv1/triggers"})
    void nor_by_another_method(String path) throws IOException {
        for (String method : new String[] {"HEAD", "POST", "PATCH", "PROPFIND", "get"}) {
            assertThat(raw(method + " " + path + " HTTP/1.1").split(" ")[1])
                    .as(method + " " + path)
                    .isIn("400", "401", "403", "404", "405", "501");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sign-in%2Foidc;x",
                "/api/v1/sign-in%2foidc",
                "/api/v1/sign-in/oidc;x",
                "/api/v1/;/triggers",
                "/api/v1/x/../triggers",
                "/api/v1/x/%2E%2e/triggers",
                "/api//v1/triggers"
            })
    void nor_does_a_key_open_what_is_not_written_as_it_is(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nAuthorization: test-key-of-the-house");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Write the path as it is")
                .doesNotContainIgnoringCase("set-cookie");
    }

    @Test
    void a_key_in_the_address_is_refused_with_a_word() throws IOException {
        assertThat(raw("GET /api/v1/triggers?key=test-key-of-the-house HTTP/1.1"))
                .contains("401", "in the address");
    }

    private String raw(String line) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
