package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sluice.program.Provider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes with what a provider of OpenID Connect says of them, by token or in a browser. */
@QuarkusTest
@TestProfile(OidcTest.WithProvider.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OidcTest {
    private static final Provider PROVIDER = Provider.open();
    private static final String WAY_IN = "/api/v1/sign-in/oidc";

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sluice.oidc.enabled", "true",
                    "sluice.oidc.url", PROVIDER.url(),
                    "sluice.oidc.name", "the company",
                    "sluice.oidc.client-secret", "a secret of more than thirty-two letters",
                    "sluice.oidc.roles.editor", "soc,editors",
                    "sluice.session.longest-of-provider", "1h");
        }
    }

    private static Response asks(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    @Test
    void a_token_is_somebody_with_the_role_that_its_claim_tells() {
        String token = PROVIDER.signed(PROVIDER.token("ada", "staff", "soc"));

        asks(token, "/api/v1/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("ada"), "role", equalTo("editor"), "via", equalTo("key"));
        asks(token, "/api/v1/workflows").then().statusCode(200);
        asks(token, "/api/v1/keys").then().statusCode(403);
    }

    @Test
    void what_such_a_caller_changes_is_in_the_audit_log_under_the_name() {
        String token = PROVIDER.signed(PROVIDER.token("grace", "editors"));

        given().header("Authorization", "Bearer " + token)
                .body("{\"enabled\":true}")
                .patch("/api/v1/modules/action/webhook")
                .then()
                .statusCode(200);

        given().header("Authorization", "test-key-of-the-house")
                .get("/api/v1/audit?who=oidc:grace")
                .then()
                .body("items.subject", hasItem(containsString("webhook")));
    }

    @Test
    void a_large_body_may_come_with_a_token() {
        String token = PROVIDER.signed(PROVIDER.token("ada", "caller"));

        given().header("Authorization", "Bearer " + token)
                .body("{\"Event\":{\"info\":\"" + "x".repeat(200_000) + "\"}}")
                .post("/api/v1/triggers/event-publish/runs")
                .then()
                .statusCode(200);
    }

    @Test
    @Timeout(30)
    void nothing_is_waited_for_or_set_aside_of_who_brings_what_only_looks_like_a_token() throws IOException {
        URI server = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/triggers/event-publish/runs HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer"
                                    + " abc.def.ghi\r\nContent-Length: 1000000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
    }

    @Test
    void a_token_without_a_role_may_do_nothing() {
        String token = PROVIDER.signed(PROVIDER.token("mallory", "staff"));

        asks(token, "/api/v1/workflows").then().statusCode(403).contentType("application/problem+json");
    }

    static Stream<Arguments> tokensThatWillNotDo() {
        Function<JwtClaimsBuilder, String> sign = PROVIDER::signed;
        String right = sign.apply(PROVIDER.token("ada", "admin"));
        String[] parts = right.split("\\.");
        return Stream.of(
                Arguments.of(
                        "expired",
                        sign.apply(PROVIDER.token("ada", "admin")
                                .expiresAt(Instant.now().minusSeconds(3_600)))),
                Arguments.of(
                        "for somebody else",
                        sign.apply(PROVIDER.token("ada", "admin").audience("other"))),
                Arguments.of(
                        "of another provider",
                        sign.apply(PROVIDER.token("ada", "admin").issuer("http://elsewhere.example"))),
                Arguments.of("of another key", Provider.signed(PROVIDER.token("ada", "admin"), Provider.pair())),
                Arguments.of(
                        "altered", parts[0] + "." + encoded(decoded(parts[1]).replace("ada", "eve")) + "." + parts[2]),
                Arguments.of("without signature", encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                Arguments.of("no token", "abc.def.ghi"),
                Arguments.of("no token either", "abcdef"));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatWillNotDo")
    void a_token_opens_nothing_that_is(String what, String token) {
        asks(token, "/api/v1/workflows")
                .then()
                .statusCode(401)
                .body(not(containsString("Exception")))
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void keys_open_as_before() {
        given().header("Authorization", "test-key-of-the-house")
                .get("/api/v1/session")
                .then()
                .body("name", equalTo("admin"));
        given().header("Authorization", "Bearer test-key-of-the-house")
                .get("/api/v1/session")
                .then()
                .body("name", equalTo("admin"));
        given().get("/api/v1/workflows").then().statusCode(401).body("detail", containsString("admin.key"));
    }

    @Test
    void the_sign_in_page_is_told_of_it() {
        given().get("/api/v1/sign-in").then().statusCode(200).body("oidc", equalTo("the company"));
    }

    /** Goes where a browser is sent, with what it holds, until it stays. */
    private static Response browse(Cookies[] held) {
        Response answer = given().redirects().follow(false).cookies(held[0]).get(WAY_IN);
        for (int hop = 0; hop < 6 && answer.statusCode() / 100 == 3; hop++) {
            held[0] = joined(held[0], answer.detailedCookies());
            String next = answer.header("Location");
            answer = given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .cookies(held[0])
                    .get(next);
        }
        held[0] = joined(held[0], answer.detailedCookies());
        return answer;
    }

    private static Cookies joined(Cookies held, Cookies set) {
        return new Cookies(Stream.concat(
                        held.asList().stream().filter(it -> !set.hasCookieWithName(it.getName())),
                        set.asList().stream().filter(it -> it.getMaxAge() != 0))
                .toList());
    }

    @Test
    void a_browser_is_sent_there_and_back_and_then_holds_a_session_of_ours_and_nothing_else() {
        PROVIDER.is("ada", "soc");
        Cookies[] held = {new Cookies()};

        Response last = browse(held);

        last.then()
                .statusCode(200)
                .body(containsString("url=../../../"))
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"));
        assertThat(PROVIDER.verifier()).as("PKCE").isNotEmpty();
        assertThat(held[0].asList()).extracting(it -> it.getName()).containsExactly("sluice-session");
        given().cookies(held[0])
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("ada"), "role", equalTo("editor"), "via", equalTo("session"));
        given().header("Authorization", "test-key-of-the-house")
                .get("/api/v1/audit?kind=session")
                .then()
                .body("items[0].who", equalTo("oidc:ada"), "items[0].after.opener", nullValue());
    }

    @Test
    void such_a_session_ends_earlier_as_the_provider_is_not_asked_again() {
        PROVIDER.is("ada", "soc");
        Cookies[] held = {new Cookies()};
        browse(held);

        String endsAt = given().cookies(held[0]).get("/api/v1/session").path("expiresAt");

        assertThat(Instant.parse(endsAt)).isBefore(Instant.now().plusSeconds(3_601));
    }

    @Test
    void a_key_or_a_token_becomes_no_session() {
        for (String authorization :
                new String[] {"test-key-of-the-house", "Bearer " + PROVIDER.signed(PROVIDER.token("ada", "admin"))}) {
            Response answer = given().redirects()
                    .follow(false)
                    .header("Authorization", authorization)
                    .get(WAY_IN);

            assertThat(answer.cookie("sluice-session")).isNull();
            assertThat(answer.statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void a_browser_of_somebody_without_a_role_is_told_which_claim_was_looked_at() {
        PROVIDER.is("mallory", "staff");

        browse(new Cookies[] {new Cookies()})
                .then()
                .statusCode(403)
                .body(containsString("mallory"))
                .body(containsString("groups"));
    }

    @Test
    void the_providers_session_opens_the_way_in_only() {
        PROVIDER.is("ada", "admin");
        Response first = given().redirects().follow(false).get(WAY_IN);

        assertThat(first.detailedCookies().asList()).isNotEmpty().allMatch(it -> it.getPath()
                .equals("/api/v1/sign-in"));
    }
}
