package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sluice.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text of workflows, nodes, logs and events is shown as what it is, also where it looks like markup. */
@BrowserTest
class MarkupIT {
    private static final String TRIGGER = "markup";

    private Site site;
    private Visitor visitor;
    private long workflow;
    private String run;

    /** A name of its own for each place, so that one sees where it shows. */
    private static String evil(String where) {
        return "<img src=x onerror=\"window.owned='" + where + "'\"><b>" + where + "</b>";
    }

    @BeforeEach
    void draw(Site site, Visitor visitor) {
        this.site = site;
        this.visitor = visitor;
        declares();
        Fields graph = Graphs.trigger(TRIGGER);
        graph.put("2", Graphs.node(2, "logic", "tag-if", Fields.of("tags", List.of(evil("tag"))), 360, 0));
        graph.put("3", Graphs.node(3, "action", "stop-execution", Fields.of("message", evil("message")), 720, 120));
        graph.put("4", Graphs.node(4, "action", "no-such-" + "module", Fields.of("x", evil("unknown")), 720, -120));
        Graphs.wire(graph, 1, "output_1", 2);
        Graphs.wire(graph, 2, "output_2", 3);
        for (String id : List.of("2", "3", "4")) {
            node(graph, id).put("name", evil("node" + id));
        }
        ((Map<String, Object>) data(graph, "2"))
                .put(
                        "saved_filters",
                        Fields.of(
                                "selector",
                                evil("selector"),
                                "value",
                                evil("value"),
                                "operator",
                                "in",
                                "path",
                                evil("path")));
        graph.put(
                "_frames",
                Fields.of("f1", Fields.of("id", "f1", "text", evil("frame"), "class", "", "nodes", List.of(3L))));
        workflow = site.draws(TRIGGER, graph);
        site.ask(
                "PATCH",
                "/workflows/" + workflow,
                Fields.of("name", evil("workflow"), "description", evil("description"), "debug", true));
        site.ask("PATCH", "/triggers/" + TRIGGER, Fields.of("enabled", true));
        Map<?, ?> answer = (Map<?, ?>) site.ask(
                "POST",
                "/triggers/" + TRIGGER + "/runs?wait=true",
                Fields.of(
                        "Event",
                        Fields.of("info", evil("event"), "Tag", List.of(Fields.of("name", evil("eventtag"))))));
        run = (String) answer.get("runId");
        visitor.signedIn();
    }

    private void declares() {
        boolean isThere = ((List<?>) site.ask("GET", "/triggers", null))
                .stream().anyMatch(it -> TRIGGER.equals(((Map<?, ?>) it).get("id")));
        if (!isThere) {
            site.ask(
                    "POST",
                    "/triggers",
                    Fields.of(
                            "id",
                            TRIGGER,
                            "name",
                            evil("trigger"),
                            "scope",
                            "test",
                            "blocking",
                            true,
                            "coreFormat",
                            true,
                            "description",
                            evil("about")));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> node(Fields graph, String id) {
        return (Map<String, Object>) graph.get(id);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Fields graph, String id) {
        return (Map<String, Object>) node(graph, id).get("data");
    }

    @Test
    void on_the_pages_of_triggers() {
        visitor.opens("/triggers");
        shows("trigger");
        shows("about");

        visitor.opens("/triggers/" + TRIGGER);

        shows("trigger");
        staysText();
    }

    @Test
    void on_the_pages_of_runs() {
        visitor.opens("/runs?trigger=" + TRIGGER);
        shows("message");

        visitor.opens("/runs/" + run);

        shows("message");
        shows("node3");
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("stop-execution.*stopped")))
                .click();
        visitor.settles().pictures("run-of-markup");
        staysText();
    }

    @Test
    void in_the_log() {
        visitor.opens("/logs?trigger=" + TRIGGER);

        shows("message");
        staysText();
    }

    @Test
    void in_the_editor() {
        visitor.opens("/workflows/" + workflow);
        Desk desk = Desk.in(visitor);

        for (String where : List.of("workflow", "node2", "node3", "node4", "frame", "message", "tag", "unknown")) {
            shows(where);
        }
        desk.settings(2);
        shows("tag");
        desk.closeSettings();
        desk.settings(3);
        desk.closeSettings();
        desk.press("j");
        staysText();
        visitor.button("Close").click();
        desk.tool("Activity and logs").click();
        shows("message");
        visitor.sees(AriaRole.TAB, "Execution logs").click();
        shows("message");
        visitor.sees(AriaRole.TAB, "Debug messages").click();
        visitor.page().getByRole(AriaRole.GROUP).filter(withText("/")).first().click();
        desk.tool("Versions").click();
        desk.tool("Test run").click();
        visitor.button("Run dry").click();
        shows("message");
        desk.press("Control+f");
        visitor.page().keyboard().type("<img");
        visitor.pictures("editor-of-markup");
        staysText();
    }

    @Test
    void in_the_windows_of_the_editor() {
        visitor.opens("/workflows/" + workflow);
        Desk desk = Desk.in(visitor);

        visitor.button("Filters of " + evil("node2")).click();
        assertThat(visitor.field("Value")).hasValue(evil("value"));
        staysText();
        visitor.button("Close").click();
        desk.select(2);
        desk.press("w");
        shows("node2");
        visitor.button("Close").click();
        desk.press("a");
        shows("node2");
        visitor.button("Close").click();
        desk.press("b");
        shows("node2");
        visitor.button("Close").click();
        visitor.button("Name and description").click();
        assertThat(visitor.field("Name")).hasValue(evil("workflow"));
        visitor.button("Close").click();
        desk.press("Delete");
        desk.tool("Undo").click();
        staysText();
    }

    private static com.microsoft.playwright.Locator.FilterOptions withText(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    /** It can be read, signs and all. */
    private void shows(String where) {
        assertThat(visitor.page().getByText("<b>" + where + "</b>").first()).isVisible();
        staysText();
    }

    private void staysText() {
        assertThat(visitor.page().locator("img, main b")).hasCount(0);
        assertThat(visitor.page().evaluate("() => window.owned ?? 'nobody'")).isEqualTo("nobody");
    }
}
