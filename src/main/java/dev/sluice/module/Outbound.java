package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** The port through which modules call others over HTTP. In a dry run nothing is sent. */
public interface Outbound {
    /**
     * One request.
     *
     * @param method GET, POST, PUT or DELETE
     * @param url absolute, http or https
     * @param headers by name; a name given here wins over the client's own
     * @param body null or empty for none
     * @param trustsAnyCertificate whether a self-signed certificate will do
     */
    record Request(String method, String url, Map<String, String> headers, byte[] body, boolean trustsAnyCertificate) {}

    /**
     * What came back, redirects not followed.
     *
     * @param status HTTP status
     * @param body its text, at most as much as the limit of the client
     */
    record Answer(int status, String body) {}

    /**
     * Sends a request without blocking.
     *
     * @return the answer, whatever its status; a failure whose message says why none came: refused, timed out, too large
     */
    Uni<Answer> send(Visit by, Request request);
}
