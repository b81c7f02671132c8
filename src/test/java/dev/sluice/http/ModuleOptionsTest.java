package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.sluice.outside.misp.SeededMisp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The choices of pickers with a MISP to look them up in. */
@QuarkusTest
@WithTestResource(SeededMisp.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModuleOptionsTest {
    @BeforeEach
    void seed() {
        SeededMisp.again();
    }

    @Test
    void pickers_of_actions_and_ifs_find_what_the_platform_has() {
        admin().get(BASE + "/modules/options/tag_operation/tags?q=PAP:r")
                .then()
                .statusCode(200)
                .body("options.value", contains("PAP:RED"))
                .body("total", equalTo(1))
                .body("diagnostic", is(""));
        admin().get(BASE + "/modules/options/tag-if/clusters?q=belg")
                .then()
                .body("options.value", contains("country=\"belgium\""));
        admin().get(BASE + "/modules/options/organisation-if/org_id")
                .then()
                .body("options.label", contains("ORACLE-HOST", "SYN-PARTNER"));
        admin().get(BASE + "/modules/options/distribution-if/sharing_group_id?q=two")
                .then()
                .body("options.value", contains("2"));
        admin().get(BASE + "/modules/options/attach-warninglist/warninglists")
                .then()
                .body("options.value", hasItem("ALL"))
                .body("options", hasSize(4));
    }

    @Test
    void health_tells_whether_misp_answers() {
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'MISP' }.data.reachable", is("yes"));
    }

    @Test
    void a_misp_that_fails_takes_nobody_out_of_service() {
        SeededMisp.misp().answerInstead(500, "text/html", "<html>");

        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.find { it.name == 'MISP' }.data.reachable", is("no"));
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", not(hasItem("MISP")));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", not(hasItem("MISP")));
    }
}
