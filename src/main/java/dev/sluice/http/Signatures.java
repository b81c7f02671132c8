package dev.sluice.http;

import dev.sluice.http.Callers.Caller;
import dev.sluice.store.access.AccessKeys;
import dev.sluice.store.access.Nonces;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * Calls that bring no key but a signature made with its secret, for ways on which a key might be read:
 * <pre>{@code Authorization: Sluice-HMAC key=<name>, time=<unix seconds>, nonce=<text>, signature=<hex>}</pre>
 * What is signed, by HMAC-SHA256, are five lines: method, path with query as it is sent, time, nonce, and the SHA-256 of
 * the body in hexadecimal digits. A signature is good for five minutes before and after its time, and once.
 */
@Singleton
final class Signatures {
    private static final Logger LOG = Logger.getLogger(Signatures.class);
    private static final String SCHEME = "Sluice-HMAC ";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern PART = Pattern.compile("(key|time|nonce|signature)=\"?([^\",]{1,255})\"?(?:,\\s*|$)");

    private record Given(String key, Instant time, String nonce, String signature) {}

    private final AdminKey admin;
    private final AccessKeys keys;
    private final Nonces nonces;
    private final Clock clock;

    Signatures(AdminKey admin, AccessKeys keys, Nonces nonces, Clock clock) {
        this.admin = admin;
        this.keys = keys;
        this.nonces = nonces;
        this.clock = clock;
    }

    /**
     * What callers sign with who have a key: made of it and the admin key, so that neither table nor file alone tells it, and
     * of its text, so that it ends with that.
     *
     * @param hash of the text of the key
     */
    String secret(AccessKeys.Key key, String hash) {
        return HexFormat.of().formatHex(hmac(admin.bytes(), "signing " + key.name() + ' ' + key.id() + ' ' + hash));
    }

    /** Whether the call is signed by somebody known at a time that may be; what is signed is not looked at yet. */
    boolean mayBeSigned(RoutingContext call) {
        return given(call)
                .filter(this::isInTime)
                .filter(it -> !keys.named(it.key()).isEmpty())
                .isPresent();
    }

    /** Who signed the call, once; empty for nobody. The body must have been read. */
    Uni<Optional<Caller>> of(RoutingContext call) {
        Optional<Given> given = given(call).filter(this::isInTime);
        Optional<AccessKeys.Opening> signer = given.flatMap(it -> signer(it, call));
        if (signer.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Caller caller = Callers.caller(signer.get());
        return Uni.createFrom()
                .completionStage(() -> call.vertx()
                        .executeBlocking(() -> isFirst(given.get()), false)
                        .toCompletionStage())
                .map(first -> first ? Optional.of(caller) : Optional.empty());
    }

    private Optional<AccessKeys.Opening> signer(Given given, RoutingContext call) {
        List<AccessKeys.Opening> openings = keys.named(given.key());
        if (openings.isEmpty()) {
            return Optional.empty();
        }
        String text = signed(call, given);
        byte[] brought = bytes(given.signature());
        return openings.stream()
                .filter(it -> MessageDigest.isEqual(
                        hmac(secret(it.key(), it.hash()).getBytes(StandardCharsets.UTF_8), text), brought))
                .findFirst();
    }

    private boolean isFirst(Given given) {
        try {
            // Longer than it is good for: the clock of another process may be behind ours.
            return nonces.isFirst(given.key(), given.nonce(), given.time().plus(WINDOW.multipliedBy(2)));
        } catch (SQLException e) {
            LOG.warnf("Signed calls are refused, as nobody can tell which were made before: %s", e.getMessage());
            throw new ProblemException(
                    503,
                    "The database does not answer, so nobody can tell whether this call was made before. Try again.");
        }
    }

    private static String signed(RoutingContext call, Given given) {
        byte[] body = BodyReader.body(call);
        return String.join(
                "\n",
                call.request().method().name(),
                call.request().uri(),
                Long.toString(given.time().getEpochSecond()),
                given.nonce(),
                HexFormat.of().formatHex(sha256(body == null ? new byte[0] : body)));
    }

    private boolean isInTime(Given given) {
        return Duration.between(given.time(), clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    /** Whether an Authorization header holds a signature, good or not. */
    static boolean isSigned(String authorization) {
        return authorization != null && authorization.startsWith(SCHEME);
    }

    private static Optional<Given> given(RoutingContext call) {
        String header = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!isSigned(header)) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        Matcher matcher = PART.matcher(header).region(SCHEME.length(), header.length());
        while (matcher.lookingAt()) {
            parts.put(matcher.group(1), matcher.group(2));
            matcher.region(matcher.end(), header.length());
        }
        try {
            return parts.size() == 4
                    ? Optional.of(new Given(
                            parts.get("key"),
                            Instant.ofEpochSecond(Long.parseLong(parts.get("time"))),
                            parts.get("nonce"),
                            parts.get("signature")))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
