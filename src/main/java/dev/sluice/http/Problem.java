package dev.sluice.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An error as it is answered (RFC 9457, {@code application/problem+json}).
 *
 * @param type always "about:blank": the status and the sentence say it
 * @param detail what went wrong and what to do, for a person
 * @param more further members, such as {@code problems} of a graph
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, @JsonAnyGetter Map<String, Object> more) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return of(status, detail, Map.of());
    }

    static Problem of(int status, String detail, Map<String, Object> more) {
        Status known = Status.fromStatusCode(status);
        String title = known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Error";
        return new Problem("about:blank", title, status, detail, more);
    }

    RestResponse<Problem> response() {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status) == null
                                ? RestResponse.Status.BAD_REQUEST
                                : RestResponse.Status.fromStatusCode(status),
                        this)
                .status(status)
                .type(MEDIA_TYPE)
                .build();
    }
}
