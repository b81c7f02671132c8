package dev.sluice.http.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.http.ProblemException;
import dev.sluice.payload.Json;
import dev.sluice.store.IdempotencyKeys;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** One run for one key: who calls again with the same key and body gets the first answer. */
@Singleton
final class Idempotency {
    /** How long a call waits for the first one under its key. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final IdempotencyKeys keys;
    private final ObjectMapper mapper;

    Idempotency(IdempotencyKeys keys, ObjectMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    /** Carries out {@code work} unless that was done for this key already. The database is asked on a worker thread. */
    <T> Uni<RestResponse<?>> once(
            String trigger, String key, byte[] body, Uni<T> work, Function<T, RestResponse<?>> response) {
        byte[] hash = sha256(body);
        return claim(trigger, checked(key), hash, System.nanoTime() + PATIENCE.toNanos())
                .onItem()
                .transformToUni(claim -> claim instanceof IdempotencyKeys.Claim.New
                        ? work.onItem()
                                .transform(response)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .onItem()
                                .invoke(it -> keys.answer(trigger, key, written(it)))
                                .onFailure()
                                .invoke(failure -> keys.release(trigger, key))
                        : Uni.createFrom().item(before(claim)));
    }

    /** As the other, where the key is remembered in the transaction of the work itself, which answers what it says. */
    Uni<RestResponse<?>> together(
            String trigger,
            String key,
            byte[] body,
            RestResponse<?> response,
            Function<IdempotencyKeys.Request, Uni<IdempotencyKeys.Claim>> work) {
        IdempotencyKeys.Request request = keys.request(trigger, checked(key), sha256(body), written(response));
        return work.apply(request).onItem().transform(claim -> claim == null ? response : before(claim));
    }

    /** Who asks while the first call is being run waits for its answer, in whichever process it is. */
    private Uni<IdempotencyKeys.Claim> claim(String trigger, String key, byte[] hash, long until) {
        return Uni.createFrom()
                .item(() -> keys.claim(trigger, key, hash))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(claim -> claim instanceof IdempotencyKeys.Claim.Running && System.nanoTime() - until < 0
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .onItem()
                                .transformToUni(it -> claim(trigger, key, hash, until))
                        : Uni.createFrom().item(claim));
    }

    private static String checked(String key) {
        if (key.length() > 255) {
            throw new ProblemException(400, "The header Idempotency-Key may have 255 characters.");
        }
        return key;
    }

    private static RestResponse<?> before(IdempotencyKeys.Claim claim) {
        if (claim instanceof IdempotencyKeys.Claim.Done done) {
            return answeredBefore(done.answer());
        }
        if (claim instanceof IdempotencyKeys.Claim.Mismatch) {
            throw new ProblemException(422, "This Idempotency-Key was used with another body. Use a new key.");
        }
        throw new ProblemException(409, "The first call with this Idempotency-Key is still running. Try again later.");
    }

    private String written(RestResponse<?> response) {
        try {
            return mapper.writeValueAsString(response.getEntity());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RestResponse<?> answeredBefore(String answer) {
        Object body = Json.parse(answer);
        boolean queued = body instanceof java.util.Map<?, ?> map && "queued".equals(map.get("status"));
        return RestResponse.ResponseBuilder.create(queued ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK, body)
                .build();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body == null ? new byte[0] : body);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
