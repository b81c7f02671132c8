package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.sluice.payload.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every window and panel of the editor keeps nobody out. */
@BrowserTest
class EditorWindowsIT {
    @Test
    void keep_nobody_out(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, draw(site));
        visitor.findsNothingInTheWay();

        desk.press("a");
        window(visitor, "editor-add");
        desk.select(2);
        desk.press("w");
        window(visitor, "editor-wire");
        desk.press("f");
        window(visitor, "editor-frame");
        visitor.button("Name and description").click();
        window(visitor, "editor-details");
        desk.press("?");
        window(visitor, "editor-shortcuts");
        desk.press("j");
        window(visitor, "editor-json");
    }

    @Test
    void nor_do_the_settings_of_any_kind_of_node(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, draw(site));

        desk.settings(2);
        visitor.pictures("settings-tag-if").findsNothingInTheWay();
        desk.closeSettings();
        desk.settings(3);
        visitor.settles().pictures("settings-webhook").findsNothingInTheWay();
        desk.closeSettings();
        desk.settings(5)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Filters"))
                .first()
                .click();
        window(visitor, "editor-filters");
        desk.closeSettings();
        desk.settings(4);
        visitor.button("Pick").click();
        visitor.sees(AriaRole.MENUITEM, "Show picker").click();
        window(visitor, "hash-path-picker");
        desk.closeSettings();
    }

    @Test
    void nor_do_the_panels(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, draw(site));

        desk.tool("Test run").click();
        visitor.button("Run dry").click();
        assertThat(visitor.page().getByText("nothing was done outside")).isVisible();
        visitor.pictures("editor-test-run").findsNothingInTheWay();
        desk.tool("Versions").click();
        visitor.settles().pictures("editor-version-list").findsNothingInTheWay();
        desk.tool("Activity and logs").click();
        visitor.settles().pictures("editor-activity").findsNothingInTheWay();
        desk.press("p");
        visitor.findsNothingInTheWay();
        desk.press("Control+f");
        visitor.page().keyboard().type("webhook");
        visitor.pictures("editor-search").findsNothingInTheWay();
    }

    private static void window(Visitor visitor, String name) {
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
        visitor.settles().pictures(name).findsNothingInTheWay();
        visitor.button("Close").click();
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static long draw(Site site) {
        site.declares("windows");
        Fields graph = Graphs.trigger("windows");
        graph.put("2", Graphs.node(2, "logic", "tag-if", Fields.of("tags", List.of("tlp:red", "tlp:amber")), 360, 0));
        graph.put("3", Graphs.node(3, "action", "webhook", Fields.of("url", "http://127.0.0.1:9/"), 720, -60));
        graph.put("4", Graphs.node(4, "action", "push-zmq", new Fields(), 720, 160));
        graph.put("5", Graphs.node(5, "action", "attach-warninglist", new Fields(), 360, 220));
        Graphs.wire(graph, 1, "output_1", 2);
        Graphs.wire(graph, 2, "output_1", 3);
        return site.draws("windows", graph);
    }
}
