package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.sluice.outside.modules.Jars;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A jar that was in the folder of custom modules when the program started. */
@QuarkusTest
@WithTestResource(JavaModuleTest.Folder.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JavaModuleTest {
    /** A folder with a module that publishes through the program's own port, and a file that is none. */
    public static final class Folder implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path folder = Files.createTempDirectory("java-modules");
                Files.writeString(folder.resolve("notes.jar"), "to do: write a module");
                Jars.write(
                        folder.resolve("town-crier.jar"),
                        "org.example.TownCrier",
                        """
                        package org.example;
                        import dev.sluice.module.*;
                        import io.smallrye.mutiny.Uni;
                        import jakarta.enterprise.inject.spi.CDI;
                        public final class TownCrier implements Action {
                            private static final Param<String> NEWS = Param.text("news", "News").template();
                            private final Publisher publisher = CDI.current().select(Publisher.class).get();
                            public Spec spec() {
                                return Spec.action("town-crier", "Town crier").icon("bell").asks(NEWS).build();
                            }
                            public Uni<Step> act(Visit visit) {
                                return publisher.publish(visit, "news", visit.get(NEWS)).chain(Step::goOn);
                            }
                        }
                        """);
                return Map.of("sluice.modules.java.dir", folder.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }

    @Test
    void it_is_listed_switched_off_and_runs_once_it_is_on() {
        admin().get(BASE + "/modules/action/town-crier")
                .then()
                .statusCode(200)
                .body("origin", equalTo("custom"))
                .body("enabled", is(false))
                .body("params.id", contains("news"));

        admin().body("{\"enabled\":true}")
                .patch(BASE + "/modules/action/town-crier")
                .then()
                .statusCode(200)
                .body("enabled", is(true));
        admin().body("{\"data\":{\"Event\":{\"info\":\"fair\"}},\"params\":{\"news\":\"a {{ Event.info }} today\"},"
                        + "\"dryRun\":true}")
                .post(BASE + "/modules/action/town-crier/executions")
                .then()
                .statusCode(200)
                .body("success", is(true))
                .body("effects[0].data", equalTo("a fair today"));
    }

    @Test
    void what_could_not_be_loaded_is_seen_and_cannot_be_switched_on() {
        admin().get(BASE + "/modules/action/notes.jar")
                .then()
                .statusCode(200)
                .body("origin", equalTo("custom"))
                .body("diagnostics", contains(containsString("It is no jar")));
        admin().body("{\"enabled\":true}")
                .patch(BASE + "/modules/action/notes.jar")
                .then()
                .statusCode(409)
                .body("detail", containsString("notes.jar cannot be used. It is no jar"));
        admin().body("{\"enabled\":false}")
                .patch(BASE + "/modules/action/notes.jar")
                .then()
                .statusCode(200);
    }
}
