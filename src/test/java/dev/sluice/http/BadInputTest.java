package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "5", "\"text\"", "[1]", "null", "{\"Event\":", "{\"a\":1} {\"b\":2}", "{\"a\":01}"
            })
    void a_body_that_is_no_json_object_is_a_problem(String body) {
        admin().body(body)
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void a_body_200_levels_deep_is_a_problem() {
        admin().body("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(400)
                .body("detail", containsString("128 levels"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/nowhere,404",
        "PUT,/runs,405",
        "GET,/workflows/abc,404",
        "GET,/workflows/987654,404",
        "GET,/runs/none,404",
        "GET,/runs?page=0,400",
        "GET,/runs?size=0,400",
        "GET,/runs?size=5000,400",
        "GET,/runs?page=x,400",
        "GET,/runs?workflow=x,400",
        "GET,/runs?outcome=bad,400",
        "GET,/logs?level=LOUD,400",
        "GET,/modules?type=none,400",
        "GET,/modules?enabled=maybe,400",
        "GET,/triggers/event-publish/runs,405",
        "GET,/workflows/1/runs,405",
        "POST,/workflows/1/versions,405",
        "DELETE,/workflows/1/export,405",
        "GET,/modules/logic/tag-if/executions,405",
        "POST,/modules/options/tag-if/tags,405",
        "GET,/runs?sort=colour,422",
        "GET,/runs?from=yesterday,400",
        "GET,/modules/logic/none,404",
        "GET,/modules/options/tag-if/none,404",
        "GET,/modules/options/tag-if/condition?page=0,400",
        "PATCH,/triggers/event-publish,400",
        "PATCH,/modules/logic/tag-if,400",
        "POST,/triggers,400",
        "POST,/workflows,400",
        "POST,/workflows/import,400",
        "POST,/tools/hash-path,400"
    })
    void every_error_is_a_problem_document(String method, String path, int status) {
        admin().body("[1]")
                .request(method, BASE + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(equalTo("")));
    }

    @ParameterizedTest
    @CsvSource({
        "/tools/hash-path,'{\"data\":\"text\",\"path\":\"Event.{n}\"}',422",
        "/tools/hash-path,'{\"data\":{},\"path\":\"a\",\"fn\":\"guess\"}',400",
        "/tools/hash-path,'{\"data\":[{\"a\":1},{}],\"keyPath\":\"{n}.a\",\"valuePath\":\"{n}\",\"fn\":\"combine\"}',422",
        "/tools/normalize,'{\"trigger\":\"none\",\"data\":{}}',404",
        "/tools/normalize,'{\"trigger\":\"sighting-after-save\",\"data\":{}}',422",
        "/tools/normalize,'{\"trigger\":\"event-publish\",\"data\":{\"Event\":\"text\"}}',422",
        "/triggers,'{\"id\":\"No Good\"}',422",
        "/triggers,'{\"id\":\"event-publish\"}',409",
        "/workflows,'{\"graph\":\"text\"}',422",
        "/workflows/import,'{\"Workflow\":{\"data\":\"no json\"}}',400"
    })
    void what_does_not_make_sense_is_told(String path, String body, int status) {
        admin().body(body)
                .post(BASE + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", not(containsString("Exception")));
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,/triggers/event-publish,'{\"deadlines\":1000}',deadline",
        "PATCH,/workflows/1,'{\"trigger\":\"event-after-save\"}',description",
        "PATCH,/modules/logic/tag-if,'{\"enabled\":true,\"name\":\"mine\"}',enabled",
        "POST,/triggers,'{\"id\":\"case-opened\",\"blocks\":true}',blocking"
    })
    void a_misspelled_member_is_told_beside_those_that_there_are(
            String method, String path, String body, String known) {
        admin().body(body)
                .request(method, BASE + path)
                .then()
                .statusCode(400)
                .body("detail", containsString("`" + known + "`"));
    }

    @ParameterizedTest
    @CsvSource({
        "/triggers/event-publish/runs?dryRun=maybe,{}",
        "/triggers/event-publish/runs?wait=yes,{}",
        "/workflows/1/runs?dryRun=maybe,{}",
        "/workflows/import?replace=maybe,{}",
        "/modules/action/push-zmq/executions,'{\"dryRun\":\"yes\"}'",
        "/modules/logic/tag-if/executions,'{\"convert\":1}'",
        "/workflows,'{\"graph\":{\"1\":{\"id\":1,\"data\":{\"id\":\"user-after-save\",\"module_type\":\"trigger\"}}},\"debug\":\"yes\"}'"
    })
    void what_is_neither_true_nor_false_does_not_count_as_false(String path, String body) {
        admin().body(body).post(BASE + path).then().statusCode(400).body("detail", containsString("true or false"));
    }

    @Test
    void nothing_but_the_pages_health_the_manual_and_what_misp_calls_opens_without_a_key() {
        for (String closed : new String[] {
            "/api/v1/triggers", "/api/v1/runs", "/api/v1/logs", "/api/v1/modules", "/q/metrics", "/version", "/q"
        }) {
            given().get(closed)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("detail", containsString("admin key"));
        }
        given().header("Authorization", "wrong").get("/api/v1/triggers").then().statusCode(401);
        given().header("Authorization", "Bearer test-key-of-the-house")
                .get("/api/v1/triggers")
                .then()
                .statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
