package dev.sluice.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A provider of OpenID Connect that lets everybody in, as whom the test says. */
public final class Provider implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys = pair();
    private volatile String name = "nobody";
    private volatile List<String> groups = List.of();
    private volatile String verifier = "";

    private Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public static Provider open() {
        try {
            return new Provider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By another name than tests call Sluice: to browsers it is another site. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who signs in next. */
    public void is(String person, String... itsGroups) {
        name = person;
        groups = List.of(itsGroups);
    }

    /** What the browser's exchange proved that it began itself. */
    public String verifier() {
        return verifier;
    }

    public static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token for somebody, to be changed and signed. */
    public JwtClaimsBuilder token(String person, String... itsGroups) {
        return Jwt.issuer(url())
                .subject("id of " + person)
                .preferredUserName(person)
                .audience("sluice")
                .groups(Set.of(itsGroups))
                .expiresIn(300);
    }

    public String signed(JwtClaimsBuilder token) {
        return signed(token, keys);
    }

    public static String signed(JwtClaimsBuilder token, KeyPair with) {
        return token.jws().keyId("1").sign(with.getPrivate());
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        Map<String, String> query = pairs(call.getRequestURI().getRawQuery());
        switch (path) {
            case "/.well-known/openid-configuration" ->
                say(
                        call,
                        Fields.of(
                                "issuer", url(),
                                "jwks_uri", url() + "/keys",
                                "authorization_endpoint", url() + "/authorize",
                                "token_endpoint", url() + "/token"));
            case "/keys" -> {
                RSAPublicKey key = (RSAPublicKey) keys.getPublic();
                say(
                        call,
                        Fields.of(
                                "keys",
                                List.of(Fields.of(
                                        "kty", "RSA",
                                        "kid", "1",
                                        "use", "sig",
                                        "alg", "RS256",
                                        "n", number(key.getModulus()),
                                        "e", number(key.getPublicExponent())))));
            }
            case "/authorize" -> {
                call.getResponseHeaders()
                        .add("Location", query.get("redirect_uri") + "?code=one&state=" + query.get("state"));
                call.sendResponseHeaders(302, -1);
                call.close();
            }
            case "/token" -> {
                String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                verifier = pairs(body).getOrDefault("code_verifier", "");
                String token = signed(token(name, groups.toArray(String[]::new)));
                say(
                        call,
                        Fields.of(
                                "id_token", token, "access_token", token, "token_type", "Bearer", "expires_in", 300L));
            }
            default -> {
                call.sendResponseHeaders(404, -1);
                call.close();
            }
        }
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static Map<String, String> pairs(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(it -> it.split("=", 2))
                        .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }

    private static void say(HttpExchange call, Object answer) throws IOException {
        byte[] body = Json.writeBytes(answer);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
