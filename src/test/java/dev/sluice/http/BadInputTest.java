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
        "GET,/runs?size=0,422",
        "GET,/runs?sort=colour,422",
        "GET,/runs?from=yesterday,400",
        "GET,/modules/logic/none,404",
        "GET,/modules/options/tag-if/none,404",
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

    @Test
    void nothing_but_health_and_the_manual_opens_without_the_key() {
        for (String closed : new String[] {
            "/api/v1/triggers", "/api/v1/runs", "/api/v1/logs", "/api/v1/modules", "/q/metrics", "/modules", "/"
        }) {
            given().get(closed)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("detail", containsString("admin key"));
        }
        given().header("Authorization", "wrong").get("/api/v1/triggers").then().statusCode(401);
        given().header("Authorization", "Bearer test-key")
                .get("/api/v1/triggers")
                .then()
                .statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
