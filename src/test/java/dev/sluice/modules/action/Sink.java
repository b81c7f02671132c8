package dev.sluice.modules.action;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sluice.module.Action;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.payload.Json;
import java.time.Duration;
import java.util.List;

/** A server that takes what modules send and answers as a test wants it. */
final class Sink implements AutoCloseable {
    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .dynamicHttpsPort());

    Sink() {
        server.start();
        answers(200, "ok");
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Forgets what was sent; every request gets this answer from now on. */
    void answers(int status, String body) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    String httpsUrl(String path) {
        return "https://127.0.0.1:" + server.httpsPort() + path;
    }

    List<LoggedRequest> all() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** The one request there was. */
    LoggedRequest sent() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    /** The JSON body of the one request there was. */
    Object body() {
        return Json.parse(sent().getBody());
    }

    void assertNothingSent() {
        assertThat(all()).isEmpty();
    }

    /** What the module answers. */
    static Step step(Action module, Visit visit) {
        return module.act(visit).await().atMost(Duration.ofSeconds(20));
    }

    /** Why the module stopped. */
    static List<String> reasons(Step step) {
        assertThat(step).isInstanceOf(Step.Stop.class);
        return ((Step.Stop) step).reasons();
    }
}
