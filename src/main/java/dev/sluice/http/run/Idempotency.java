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
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** One run for one key: who calls again with the same key and body gets the first answer. */
@Singleton
final class Idempotency {
    private final IdempotencyKeys keys;
    private final ObjectMapper mapper;

    Idempotency(IdempotencyKeys keys, ObjectMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    /** Carries out {@code work} unless that was done for this key already. The database is asked on a worker thread. */
    <T> Uni<RestResponse<?>> once(
            String trigger, String key, byte[] body, Uni<T> work, Function<T, RestResponse<?>> response) {
        if (key.length() > 255) {
            throw new ProblemException(400, "The header Idempotency-Key may have 255 characters.");
        }
        return Uni.createFrom()
                .item(() -> keys.claim(trigger, key, sha256(body)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(claim -> {
                    if (claim instanceof IdempotencyKeys.Claim.Done done) {
                        return Uni.createFrom().item(answeredBefore(done.answer()));
                    }
                    if (claim instanceof IdempotencyKeys.Claim.Running) {
                        throw new ProblemException(
                                409, "The first call with this Idempotency-Key is still running. Try again later.");
                    }
                    if (claim instanceof IdempotencyKeys.Claim.Mismatch) {
                        throw new ProblemException(
                                422, "This Idempotency-Key was used with another body. Use a new key.");
                    }
                    return work.onItem()
                            .transform(response)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .onItem()
                            .invoke(it -> keys.answer(trigger, key, written(it)))
                            .onFailure()
                            .invoke(failure -> keys.release(trigger, key));
                });
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
