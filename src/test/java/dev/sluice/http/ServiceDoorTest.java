package dev.sluice.http;

import static dev.sluice.http.Api.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller that comes from elsewhere: here even this machine is none of those that MISP may call from. */
@QuarkusTest
@TestProfile(ServiceDoorTest.Elsewhere.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceDoorTest {
    public static class Elsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sluice.service.allow", "192.0.2.0/24,2001:db8::/32");
        }
    }

    @TestHTTPResource
    URL server;

    @ParameterizedTest
    @ValueSource(strings = {"/modules", "/healthcheck"})
    void a_stranger_is_told_what_to_set(String path) {
        given().get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("SLUICE_SERVICE_ALLOW"));
    }

    @Test
    void nothing_of_a_strangers_body_is_waited_for() throws IOException {
        String answer = answer("POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000000\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("problem+json", "SLUICE_SERVICE_ALLOW");
    }

    @Test
    void a_stranger_that_asks_whether_to_send_a_body_is_not_told_to_go_on() throws IOException {
        String answer = answer("POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("100 Continue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/modules/", "/modules;a=b", "/./modules", "//modules", "/%6Dodules", "/modules%2F", "/MODULES"})
    void there_is_no_way_around_the_door(String path) throws IOException {
        String answer = answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("HTTP/1.1 200").doesNotContain("sluice_event_publish");
    }

    @Test
    void the_admin_key_opens_the_door_from_anywhere() {
        admin().get("/healthcheck").then().statusCode(200).body("status", equalTo(true));
        admin().body("{\"module\":\"nothing\"}").post("/query").then().statusCode(200);
    }

    @Test
    void so_does_any_key_but_one_that_only_looks_fires_nothing() {
        String viewer = key("viewer");
        String caller = key("caller");

        given().header("Authorization", viewer).get("/modules").then().statusCode(200);
        for (String module : new String[] {"sluice_event_publish", "dns"}) {
            given().header("Authorization", viewer)
                    .body("{\"module\":\"" + module + "\",\"data\":{}}")
                    .post("/query")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("caller"));
        }
        given().header("Authorization", caller)
                .body("{\"module\":\"nothing\"}")
                .post("/query")
                .then()
                .statusCode(200);
    }

    private static String key(String role) {
        return admin().body("{\"name\": \"at the door as " + role + "\", \"role\": \"" + role + "\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void the_other_paths_stay_closed() {
        given().get("/api/v1/triggers").then().statusCode(401);
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
