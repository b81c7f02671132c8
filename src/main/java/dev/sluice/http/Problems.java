package dev.sluice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.sluice.graph.GraphException;
import dev.sluice.payload.PayloadException;
import dev.sluice.store.ConflictException;
import dev.sluice.store.NotFoundException;
import dev.sluice.store.StaleVersionException;
import dev.sluice.store.StoreException;
import dev.sluice.store.db.SqlStates;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error that leaves the house, in one place. What we did not foresee is logged under a number and told without a trace. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final ProviderAway provider;

    Problems(ProviderAway provider) {
        this.provider = provider;
    }

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException e) {
        RestResponse<Problem> response = e.problem().response();
        if (e.problem().status() == 429 || e.problem().status() == 503) {
            response.getHeaders().putSingle("Retry-After", "1");
        }
        return response;
    }

    @ServerExceptionMapper
    RestResponse<Problem> provider(OIDCException e) {
        return problem(new ProblemException(provider.problem(e)));
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException e) {
        return Problem.of(
                        403,
                        "Your key may not do this. GET /api/v1/session tells its role; an admin can give you a key of"
                                + " another one.")
                .response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> payload(PayloadException e) {
        return Problem.of(422, e.getMessage()).response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> graph(GraphException e) {
        return Problem.of(422, e.getMessage()).response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> store(StoreException e) {
        if (e instanceof StaleVersionException stale) {
            return Problem.of(412, e.getMessage(), Map.of("currentVersion", stale.currentVersion()))
                    .response();
        }
        int status = e instanceof NotFoundException ? 404 : e instanceof ConflictException ? 409 : 422;
        return Problem.of(status, e.getMessage()).response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> json(JsonMappingException e) {
        return Problem.of(400, "The body does not fit: " + e.getOriginalMessage())
                .response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> json(JsonProcessingException e) {
        return Problem.of(400, "Not JSON: " + e.getOriginalMessage()).response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notFound(jakarta.ws.rs.NotFoundException e) {
        if (e.getCause() instanceof ProblemException unreadable) {
            return problem(unreadable);
        }
        return Problem.of(
                        404, "There is nothing at this path, or a number in it is none. /q/swagger-ui lists all calls.")
                .response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonProcessingException broken) {
            return json(broken);
        }
        return Problem.of(
                        status,
                        switch (status) {
                            case 400 -> "The request does not fit this call; /q/swagger-ui shows what it takes.";
                            case 405 -> "This path does not know that method; /q/swagger-ui lists all calls.";
                            case 406 -> "The answer is application/json; the Accept header asks for something else.";
                            case 415 -> "Send the body as application/json.";
                            default -> String.valueOf(e.getMessage());
                        })
                .response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> unforeseen(Throwable e) {
        for (Throwable it = e; it != null; it = it.getCause()) {
            if (it instanceof SQLException sql && SqlStates.isAway(sql)) {
                LOG.warnf("The database does not answer: %s", sql.getMessage());
                return problem(new ProblemException(
                        503,
                        "The database does not answer at the moment, so nothing was done. Try again in a moment."));
            }
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(e, "Unforeseen error %s", number);
        return Problem.of(
                        500,
                        "Something went wrong here that nobody foresaw. It is in the log of the server under " + number
                                + ".")
                .response();
    }
}
