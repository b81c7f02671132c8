package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** The port through which modules call others over HTTP: public addresses, and those that are listed. In a dry run nothing is sent. */
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
     * What came back.
     *
     * @param status HTTP status
     * @param body its text, at most as much as the limit of the client
     */
    record Answer(int status, String body) {}

    /** Whether workflows may say which URL is called: MISP's {@code Security.rest_client_enable_arbitrary_urls}. */
    default boolean takesArbitraryUrls() {
        return true;
    }

    /**
     * Sends a request without blocking.
     *
     * @return the answer, whatever its status; a failure whose message says why none came: not allowed, refused, timed
     *     out, too large
     */
    Uni<Answer> send(Visit by, Request request);
}
