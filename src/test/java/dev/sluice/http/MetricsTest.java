package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.payload.Fields;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsTest {
    private static final String TRIGGER = "event-publish";

    private static void fire(String query) {
        admin().body(Api.event("tlp:red"))
                .post(BASE + "/triggers/" + TRIGGER + "/runs" + query)
                .then()
                .statusCode(200);
    }

    private static double metric(String name) {
        return admin().get("/q/metrics")
                .asString()
                .lines()
                .filter(it -> it.startsWith(name + " "))
                .mapToDouble(it -> Double.parseDouble(it.substring(name.length())))
                .sum();
    }

    @Test
    void runs_are_counted_by_trigger_and_outcome_nodes_by_module_and_dry_runs_not_at_all() {
        String runs = "sluice_runs_seconds_count{outcome=\"blocked\",trigger=\"event-publish\"}";
        String nodes = "sluice_nodes_seconds_count{module=\"stop-execution\"}";
        Api.draw(TRIGGER, Api.stopsRed(TRIGGER));
        double runsBefore = metric(runs);
        double nodesBefore = metric(nodes);

        fire("");
        fire("?dryRun=true");

        assertThat(metric(runs)).isEqualTo(runsBefore + 1);
        assertThat(metric(nodes)).isEqualTo(nodesBefore + 1);
    }

    @Test
    void calls_to_servers_are_counted_by_host_and_status() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(418, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Api.draw(TRIGGER, Api.graph(TRIGGER, Api.node(2, "action", "webhook", Fields.of("url", url), 0)));
        String answered = "sluice_outside_calls_seconds_count{host=\"127.0.0.1\",status=\"4xx\"}";
        String unanswered = "sluice_outside_calls_seconds_count{host=\"127.0.0.1\",status=\"none\"}";
        double answeredBefore = metric(answered);
        double unansweredBefore = metric(unanswered);

        fire("");
        server.stop(0);
        fire("");

        assertThat(metric(answered)).isEqualTo(answeredBefore + 1);
        assertThat(metric(unanswered)).isEqualTo(unansweredBefore + 1);
    }
}
