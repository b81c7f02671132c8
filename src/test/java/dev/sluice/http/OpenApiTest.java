package dev.sluice.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The types of the web pages are made from a copy of the document that Sluice serves. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenApiTest {
    private static final Path COPY = Path.of("src", "main", "webui", "src", "api", "openapi.json");
    private static final String WRITE = "sluice.openapi.write";

    @Test
    void the_copy_of_the_web_pages_is_what_is_served() throws IOException {
        String served = given().when()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(COPY, served.stripTrailing() + "\n");
        }

        assertThat(Json.parse(Files.readString(COPY)))
                .as("%s is older than the resources. Refresh it: ./mvnw -Dtest=OpenApiTest -D%s=true test", COPY, WRITE)
                .isEqualTo(Json.parse(served));
    }
}
