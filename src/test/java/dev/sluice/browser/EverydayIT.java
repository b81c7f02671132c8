package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.payload.Fields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do with the pages day by day, beside drawing. */
@BrowserTest
class EverydayIT {
    @Test
    void where_no_workflow_is_yet_an_example_is_loaded_and_tried_in_one_click(Site site, Visitor visitor) {
        for (Object trigger : (List<?>) site.ask("GET", "/triggers", null)) {
            site.forgets((String) ((Map<?, ?>) trigger).get("id"));
        }
        visitor.signedIn().opens("/triggers");

        visitor.button("Load and try").first().click();

        Locator example = visitor.sees(AriaRole.REGION, "Example");
        assertThat(example).containsText(Pattern.compile("tlp:red: ?blocked.*success", Pattern.DOTALL));
        visitor.pictures("example-tried").findsNothingInTheWay();
        visitor.link("Open it in the editor").click();
        Desk desk = Desk.in(visitor);
        assertThat(desk.block(1)).isVisible();
        assertThat(site.workflowOf("event-publish")).isPresent();
    }

    @Test
    void what_failed_for_good_is_tried_again_when_the_other_side_is_well(Site site, Visitor visitor)
            throws IOException {
        AtomicBoolean well = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", call -> {
            if (well.get()) {
                answered.incrementAndGet();
                call.sendResponseHeaders(200, -1);
                call.close();
            }
        });
        other.start();
        try {
            tell(site, "http://127.0.0.1:" + other.getAddress().getPort() + "/");
            visitor.signedIn().opens("/tasks?state=dead");
            Locator dead = row(visitor, "told-later");
            assertThat(dead).containsText("webhook");
            visitor.pictures("tasks-dead").findsNothingInTheWay();

            well.set(true);
            dead.getByRole(AriaRole.BUTTON).first().click();
            visitor.button("Retry").click();

            assertThat(row(visitor, "told-later")).hasCount(0);
            assertThat(visitor.until(() -> answered.get() == 1)).isTrue();
            visitor.opens("/runs?trigger=told-later");
            // What was tried again is told anew once it has ended, and the list looks again when it is told to.
            visitor.page().getByText("Refresh").click();
            assertThat(row(visitor, "told-later").first()).containsText("success");
        } finally {
            other.stop(0);
        }
    }

    /** Something that nobody waits for, with one node that tells somebody else, and breaks when no answer comes. */
    private static void tell(Site site, String url) {
        String trigger = "told-later";
        site.ask("POST", "/triggers", Fields.of("id", trigger, "name", trigger, "scope", "test", "blocking", false));
        Fields graph = Graphs.trigger(trigger);
        Fields webhook = Graphs.node(2, "action", "webhook", Fields.of("url", url, "request_method", "get"), 360, 0);
        ((Fields) webhook.get("data")).put("sluice", Fields.of("timeout", "200ms"));
        graph.put("2", webhook);
        Graphs.wire(graph, 1, "output_1", 2);
        site.draws(trigger, graph);
        site.ask("PATCH", "/triggers/" + trigger, Fields.of("enabled", true));
        site.ask("PATCH", "/modules/action/webhook", Fields.of("enabled", true));
        site.ask("POST", "/triggers/" + trigger + "/runs", Fields.of("a", 1L));
    }

    private static Locator row(Visitor visitor, String text) {
        return visitor.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void a_run_is_repeated_with_the_workflow_as_it_is_now(Site site, Visitor visitor) {
        site.declares("again");
        Fields graph = Graphs.trigger("again");
        graph.put("2", Graphs.node(2, "action", "stop-execution", Fields.of("message", "No."), 360, 0));
        Graphs.wire(graph, 1, "output_1", 2);
        site.draws("again", graph);
        site.ask("PATCH", "/triggers/again", Fields.of("enabled", true));
        Map<?, ?> run = (Map<?, ?>) site.ask("POST", "/triggers/again/runs", new Fields());
        assertThat(run.get("proceed")).isEqualTo(false);
        long workflow = site.workflowOf("again").orElseThrow();
        site.ask("PUT", "/workflows/" + workflow, Fields.of("graph", Graphs.trigger("again")));

        visitor.signedIn().opens("/runs/" + run.get("runId"));
        visitor.button("Replay").click();
        visitor.button("Replay dry").click();

        Locator told = visitor.sees(AriaRole.REGION, "Then and now");
        assertThat(told).containsText(Pattern.compile("Then:.*blocked.*Now:.*success", Pattern.CASE_INSENSITIVE));
        assertThat(told.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("not reached")))
                .hasCount(1);
        visitor.pictures("replay").findsNothingInTheWay();
        visitor.link("See the new run").click();
        assertThat(visitor.page()).hasURL(Pattern.compile("#/runs/(?!" + run.get("runId") + ")"));
        assertThat(visitor.page().getByText("dry run").first()).isVisible();
    }

    @Test
    void a_key_is_made_seen_once_used_and_taken_away(Site site, Visitor admin, Visitor other) {
        // so that the log has something long to tell
        site.begins("told-at-its-end");
        site.forgets("told-at-its-end");
        admin.signedIn().opens("/access");
        admin.button("Make a key").click();
        admin.field("Name").fill("night shift");
        admin.button("caller: fires triggers, and nothing else")
                .or(admin.field("Role"))
                .first()
                .click();
        admin.sees(AriaRole.OPTION, "viewer: looks at everything, changes nothing")
                .click();
        admin.button("Make it").click();
        String key = admin.field("Key").inputValue();
        assertThat(key).hasSizeGreaterThan(20);
        admin.pictures("key-made").findsNothingInTheWay();
        admin.button("I have it").click();
        assertThat(row(admin, "night shift")).containsText("viewer");
        assertThat(admin.page().content()).doesNotContain(key);

        other.opens("/runs");
        other.field("API key").fill(key);
        other.button("Sign in").click();
        assertThat(other.heading("Runs")).isVisible();

        admin.sees(AriaRole.TAB, "Sessions").click();
        assertThat(row(admin, "night shift")).containsText("viewer");
        admin.pictures("sessions").findsNothingInTheWay();
        admin.button("Sign out night shift").click();
        admin.button("Sign out").click();
        assertThat(row(admin, "night shift")).hasCount(0);
        other.expects(401).page().reload();
        assertThat(other.field("API key")).isVisible();
        admin.sees(AriaRole.TAB, "Keys").click();
        admin.button("Take night shift away").click();
        admin.button("Take away").click();
        assertThat(row(admin, "night shift")).hasCount(0);
        admin.sees(AriaRole.TAB, "Audit log").click();
        assertThat(row(admin, "night shift").first()).containsText("delete");
        assertThat(admin.page().content()).doesNotContain(key);
        admin.pictures("audit").findsNothingInTheWay();
    }
}
