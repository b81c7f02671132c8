package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of workflows: taken from MISP, put into a drawing, kept from one. */
@BrowserTest
class BlueprintsIT {
    @Test
    void one_that_was_exported_is_imported_and_inserted(Site site, Visitor visitor) {
        String name = "Hold back red " + System.nanoTime();
        long workflow = site.begins("blueprint");
        visitor.signedIn().opens("/blueprints");
        visitor.button("Import").click();
        visitor.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(exported(name));
        visitor.pictures("blueprint-import").findsNothingInTheWay();
        visitor.page().getByRole(AriaRole.DIALOG).getByText("Import", exactly()).click();
        assertThat(visitor.page().getByText("Imported " + name + ".")).isVisible();

        visitor.opens("/workflows/" + workflow);
        Desk desk = Desk.in(visitor);
        visitor.sees(AriaRole.TAB, "Blueprints").click();
        visitor.button("Insert " + name).click();

        desk.has(3, 1);
        assertThat(desk.frame(name)).isVisible();
        visitor.pictures("editor-blueprints").findsNothingInTheWay();
        desk.press("Control+z");
        desk.has(1, 0);
        desk.press("Control+Shift+Z");
        desk.connect(1, "out", 2);
        visitor.button("Save").click();
        desk.isSaved(2);
        assertThat(site.graph(workflow).keySet().toString()).contains("1", "2", "3", "_frames");
    }

    @Test
    void what_is_selected_becomes_one_and_can_be_exported(Site site, Visitor visitor) throws IOException {
        String name = "Kept " + System.nanoTime();
        site.declares("blueprint");
        Fields graph = Graphs.trigger("blueprint");
        graph.put("2", Graphs.node(2, "logic", "tag-if", Fields.of("tags", List.of("tlp:red")), 360, 0));
        graph.put("3", Graphs.node(3, "action", "stop-execution", Fields.of("message", "no"), 720, 0));
        Graphs.wire(graph, 1, "output_1", 2);
        Graphs.wire(graph, 2, "output_1", 3);
        Desk desk = Desk.open(visitor, site.draws("blueprint", graph));

        desk.press("Control+a");
        desk.press("b");
        visitor.field("Name").fill(name);
        visitor.pictures("editor-save-blueprint").findsNothingInTheWay();
        visitor.button("Save the blueprint").click();
        assertThat(visitor.page().getByText("Saved the blueprint " + name + "."))
                .isVisible();
        visitor.opens("/blueprints?text=" + name);
        visitor.link(name).click();
        assertThat(visitor.heading(name)).isVisible();
        visitor.settles().pictures("blueprint").findsNothingInTheWay();
        Download file =
                visitor.page().waitForDownload(() -> visitor.button("Export").click());

        Map<?, ?> blueprint =
                (Map<?, ?>) ((Map<?, ?>) Json.parse(Files.readString(file.path()))).get("WorkflowBlueprint");
        assertThat(blueprint.get("name")).isEqualTo(name);
        assertThat(blueprint.get("data").toString()).contains("tag-if", "stop-execution", "tlp:red");
    }

    private static String exported(String name) {
        Fields nodes = new Fields();
        nodes.put("2", Graphs.node(2, "logic", "tag-if", Fields.of("tags", List.of("tlp:red")), 0, 0));
        nodes.put("3", Graphs.node(3, "action", "stop-execution", Fields.of("message", "no"), 360, 0));
        Graphs.wire(nodes, 2, "output_1", 3);
        return Json.write(Fields.of(
                "WorkflowBlueprint",
                Fields.of(
                        "name",
                        name,
                        "description",
                        "",
                        "timestamp",
                        "1700000000",
                        "data",
                        List.copyOf(nodes.values()))));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
