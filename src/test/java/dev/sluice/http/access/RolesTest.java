package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who may do what, for every call that the OpenAPI document lists: one that is new and says nothing fails here. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RolesTest {
    /** What needs no key: signing in, and what MISP calls, which looks at addresses; but who brings one may do what that may. */
    private static final Set<String> OPEN =
            Set.of("POST /api/v1/session", "GET /api/v1/sign-in", "GET /modules", "POST /query", "GET /healthcheck");

    /** What looks, though it has a body. */
    private static final Set<String> LOOKS = Set.of(
            "POST /api/v1/tools/condition",
            "POST /api/v1/tools/hash-path",
            "POST /api/v1/tools/normalize",
            "POST /api/v1/tools/template",
            "POST /api/v1/workflows/check");

    /** An answer without end, and what would be done for real: those who may do it do not try it here. */
    private static final Set<String> UNTRIED =
            Set.of("GET /api/v1/runs/live", "DELETE /api/v1/tasks/dead", "POST /api/v1/blueprints/library");

    private static final Set<String> ANYBODY = Set.of("GET /api/v1/session", "DELETE /api/v1/session");

    private static final Map<String, String> KEYS = new TreeMap<>();

    @BeforeEach
    void a_key_of_each_role() {
        for (String role : List.of("viewer", "caller", "editor")) {
            KEYS.computeIfAbsent(role, it -> given().header("Authorization", "test-key-of-the-house")
                    .body("{\"name\": \"" + it + " of the table\", \"role\": \"" + it + "\"}")
                    .post("/api/v1/keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("key"));
        }
    }

    /** The least role that a call needs; by what it does, as no list could be forgotten. */
    private static String needed(String call) {
        if (OPEN.contains(call)) {
            return "nobody";
        }
        if (ANYBODY.contains(call)) {
            return "anybody";
        }
        if (call.contains(" /api/v1/keys")
                || call.contains(" /api/v1/sessions")
                || call.endsWith(" /api/v1/audit")
                || call.endsWith(" /api/v1/backup")) {
            return "admin";
        }
        if (call.equals("POST /api/v1/triggers/{trigger}/runs")) {
            return "caller";
        }
        return call.startsWith("GET ") || LOOKS.contains(call) ? "viewer" : "editor";
    }

    private static boolean may(String role, String needed) {
        return switch (needed) {
            case "nobody", "anybody" -> true;
            case "viewer" -> !role.equals("caller");
            case "caller" -> !role.equals("viewer");
            default -> needed.equals(role);
        };
    }

    private static int status(String call, String key) {
        String[] parts = call.split(" ");
        String path = parts[1].replaceAll("\\{[^}]*}", "999999");
        var request = key == null ? given() : given().header("Authorization", key);
        return request.header("Sluice-Client", "web")
                .contentType("application/json")
                .body(parts[0].equals("GET") ? "" : "{}")
                .request(parts[0], path)
                .statusCode();
    }

    @SuppressWarnings("unchecked")
    private static List<String> calls() {
        String served = given().get("/q/openapi?format=json").asString();
        Map<String, Object> paths = (Map<String, Object>) ((Map<String, Object>) Json.parse(served)).get("paths");
        List<String> calls = new ArrayList<>();
        paths.forEach((path, verbs) -> ((Map<String, Object>) verbs)
                .keySet().stream()
                        .filter(it ->
                                Set.of("get", "post", "put", "patch", "delete").contains(it))
                        .forEach(it -> calls.add(it.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertThat(calls).hasSizeGreaterThan(60);
        return calls;
    }

    @Test
    void without_a_key_everything_but_signing_in_is_closed() {
        for (String call : calls()) {
            int status = status(call, null);
            if (!needed(call).equals("nobody")) {
                assertThat(status).as(call).isEqualTo(401);
            } else {
                assertThat(status).as(call).isNotEqualTo(403);
            }
        }
    }

    @Test
    void each_role_may_do_its_part_and_no_more() {
        for (String call : calls()) {
            for (String role : List.of("viewer", "caller", "editor")) {
                boolean may = may(role, call.equals("POST /query") ? "caller" : needed(call));
                if (may && UNTRIED.contains(call)) {
                    continue;
                }
                int status = status(call, KEYS.get(role));
                if (may) {
                    assertThat(status).as("%s as %s", call, role).isNotIn(401, 403);
                } else {
                    assertThat(status).as("%s as %s", call, role).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void a_refusal_says_why() {
        given().header("Authorization", KEYS.get("viewer"))
                .contentType("application/json")
                .body("{\"enabled\": true}")
                .patch("/api/v1/triggers/event-publish")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", org.hamcrest.Matchers.containsString("role"));
    }
}
