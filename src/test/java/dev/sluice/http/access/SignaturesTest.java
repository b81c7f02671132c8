package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.access.Nonces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignaturesTest {
    private static final String PATH = "/api/v1/tools/condition";
    private static final String BODY = "{\"data\":[\"a\"],\"operator\":\"in\",\"value\":\"a\"}";

    @Inject
    Nonces nonces;

    private String name;
    private long id;
    private String secret;

    @BeforeEach
    void somebody_who_signs() {
        name = "signer-" + UUID.randomUUID();
        JsonPath made = given().header("Authorization", "test-key-of-the-house")
                .body("{\"name\": \"" + name + "\", \"role\": \"viewer\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        id = made.getLong("id");
        secret = made.getString("signingSecret");
    }

    private String rotated(String overlap) {
        return given().header("Authorization", "test-key-of-the-house")
                .body("{\"overlap\": \"" + overlap + "\"}")
                .post("/api/v1/keys/" + id + "/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("signingSecret");
    }

    private int postSigned(String nonce) throws Exception {
        long now = Instant.now().getEpochSecond();
        return post(header(now, nonce, signature("POST", PATH, now, nonce, BODY)), PATH, BODY);
    }

    private String signature(String method, String uri, long time, String nonce, String body) throws Exception {
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = String.join("\n", method, uri, Long.toString(time), nonce, hash);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String header(long time, String nonce, String signature) {
        return "Sluice-HMAC key=" + name + ", time=" + time + ", nonce=" + nonce + ", signature=" + signature;
    }

    private static int post(String header, String path, String body) {
        return given().header("Authorization", header)
                .contentType("application/json")
                .body(body)
                .post(path)
                .statusCode();
    }

    @Test
    void a_signed_call_needs_no_key() throws Exception {
        long now = Instant.now().getEpochSecond();
        String header = header(now, "n1", signature("POST", PATH, now, "n1", BODY));

        assertThat(post(header, PATH, BODY)).isEqualTo(200);
    }

    @Test
    void it_counts_once() throws Exception {
        long now = Instant.now().getEpochSecond();
        String header = header(now, "n2", signature("POST", PATH, now, "n2", BODY));

        assertThat(post(header, PATH, BODY)).isEqualTo(200);
        assertThat(post(header, PATH, BODY)).isEqualTo(401);
    }

    @Test
    void it_counts_once_for_all_processes_and_over_restarts() throws Exception {
        long now = Instant.now().getEpochSecond();
        String header = header(now, "n8", signature("POST", PATH, now, "n8", BODY));

        // what another process did a moment ago
        assertThat(nonces.isFirst(name, "n8", Instant.ofEpochSecond(now + 300))).isTrue();

        assertThat(post(header, PATH, BODY)).isEqualTo(401);
    }

    @Test
    void nothing_of_it_may_be_altered() throws Exception {
        long now = Instant.now().getEpochSecond();
        String right = signature("POST", PATH, now, "n3", BODY);

        assertThat(post(header(now, "n3", right), PATH, BODY.replace("\"a\"", "\"b\"")))
                .isEqualTo(401);
        assertThat(post(header(now, "n3", right), "/api/v1/tools/template", BODY))
                .isEqualTo(401);
        assertThat(post(header(now, "n3", right), PATH + "?x=1", BODY)).isEqualTo(401);
        assertThat(post(header(now, "n4", right), PATH, BODY)).isEqualTo(401);
        assertThat(post(header(now + 1, "n3", right), PATH, BODY)).isEqualTo(401);
        assertThat(post(header(now, "n3", "00" + right.substring(2)), PATH, BODY))
                .isEqualTo(401);
        assertThat(post(header(now, "n3", "no hex"), PATH, BODY)).isEqualTo(401);
        assertThat(post("Sluice-HMAC key=" + name, PATH, BODY)).isEqualTo(401);
        assertThat(post(header(now, "n3", right), PATH, BODY)).isEqualTo(200);
    }

    @Test
    void it_is_good_for_five_minutes() throws Exception {
        long old = Instant.now().getEpochSecond() - 301;
        long soon = Instant.now().getEpochSecond() + 310;

        assertThat(post(header(old, "n5", signature("POST", PATH, old, "n5", BODY)), PATH, BODY))
                .isEqualTo(401);
        assertThat(post(header(soon, "n6", signature("POST", PATH, soon, "n6", BODY)), PATH, BODY))
                .isEqualTo(401);
    }

    @Test
    void a_rotated_key_signs_with_both_secrets_for_a_while_and_then_with_the_new_one() throws Exception {
        String old = secret;
        secret = rotated("1h");
        assertThat(secret).isNotEqualTo(old);
        assertThat(postSigned("r1")).isEqualTo(200);
        secret = old;
        assertThat(postSigned("r2")).isEqualTo(200);

        secret = rotated("0s");

        assertThat(postSigned("r3")).isEqualTo(200);
        secret = old;
        assertThat(postSigned("r4")).isEqualTo(401);
    }

    @Test
    void it_can_do_what_its_key_can() throws Exception {
        long now = Instant.now().getEpochSecond();
        String path = "/api/v1/tasks/dead/retry";
        String header = header(now, "n7", signature("POST", path, now, "n7", "{}"));

        assertThat(post(header, path, "{}")).isEqualTo(403);
    }

    @Test
    void the_lines_of_the_manual_sign_a_call() throws IOException, InterruptedException {
        String script =
                """
                BODY='{"data":["a"],"operator":"in","value":"a"}'; P=/api/v1/tools/condition; T=$(date +%s); N=$(openssl rand -hex 16)
                H=$(printf %s "$BODY" | openssl dgst -sha256 -r | cut -d' ' -f1)
                S=$(printf 'POST\\n%s\\n%s\\n%s\\n%s' "$P" "$T" "$N" "$H" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
                curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Sluice-HMAC key=$NAME, time=$T, nonce=$N, signature=$S" -d "$BODY" "$B$P"
                """;
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
        builder.environment().put("SECRET", secret);
        builder.environment().put("NAME", name);
        builder.environment().put("B", "http://127.0.0.1:" + io.restassured.RestAssured.port);
        Process process = builder.redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).as("what the script printed").isEqualTo("200");
        assertThat(process.waitFor()).isZero();
    }
}
