package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever one does to a drawing is one step back with undo, and there again with redo. */
@BrowserTest
class UndoIT {
    private static final String TRIGGER = "undo";

    private Page page;
    private Visitor visitor;
    private Desk desk;

    @BeforeEach
    void draw(Site site, Visitor visitor) {
        this.visitor = visitor;
        page = visitor.page();
        site.declares(TRIGGER);
        Fields graph = Graphs.trigger(TRIGGER);
        graph.put("2", Graphs.node(2, "logic", "tag-if", Fields.of("scope", "event"), 330, 40));
        graph.put("3", Graphs.node(3, "action", "stop-execution", Fields.of("message", "no"), 700, -60));
        graph.put("4", Graphs.node(4, "action", "attach-warninglist", new Fields(), 690, 160));
        Graphs.wire(graph, 1, "output_1", 2);
        Graphs.wire(graph, 2, "output_1", 3);
        graph.put("_frames", Fields.of("f1", Fields.of("id", "f1", "text", "Ends", "class", "", "nodes", List.of(3L))));
        desk = Desk.open(visitor, site.draws(TRIGGER, graph));
    }

    @Test
    void every_kind_of_step_can_be_taken_back_and_taken_again() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("add with the button of the palette", () -> visitor.button("Add Webhook")
                .click());
        steps.put("add by its name, wired from the selected node", () -> {
            desk.select(4);
            desk.press("a");
            page.keyboard().type("Stop execution");
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
            desk.press("Enter");
        });
        steps.put("drop on the canvas", () -> desk.drop("Actions", "Webhook", 480, 600));
        steps.put("drop on a wire", () -> desk.drop("Actions", "Webhook", desk.middleOfWire(1, 2)));
        steps.put("draw a wire", () -> desk.connect(2, "else", 4));
        steps.put("delete a wire", () -> {
            Desk.Spot at = desk.middleOfWire(1, 2);
            page.mouse().click(at.x(), at.y(), Desk.rightButton());
        });
        steps.put("drag a node", () -> desk.drag(desk.head(4), desk.head(4).plus(60, 90)));
        steps.put("move with the keys", () -> {
            desk.select(4);
            desk.press("ArrowDown");
            desk.press("ArrowDown");
        });
        steps.put("delete a node", () -> {
            desk.select(2);
            desk.press("Delete");
        });
        steps.put("duplicate", () -> {
            desk.select(3);
            desk.press("Control+d");
        });
        steps.put("copy and paste", () -> {
            desk.select(3);
            desk.press("Control+c");
            assertThat(page.getByText("Copied a node.")).isVisible();
            visitor.button("Dismiss").last().click();
            desk.press("Control+v");
        });
        steps.put("cut", () -> {
            desk.select(4);
            desk.press("Control+x");
        });
        steps.put("frame", () -> {
            desk.select(4);
            desk.press("f");
            page.keyboard().type("A frame");
            desk.press("Enter");
        });
        steps.put("rename a frame", () -> {
            page.getByText("Ends", new Page.GetByTextOptions().setExact(true)).dblclick();
            visitor.field("Text").fill("Other");
            visitor.button("Rename").click();
        });
        steps.put("remove a frame", () -> {
            page.getByText("Ends", new Page.GetByTextOptions().setExact(true)).dblclick();
            visitor.button("Remove the frame").click();
        });
        steps.put("align", () -> {
            desk.press("Control+a");
            visitor.button("Align").click();
            visitor.sees(AriaRole.MENUITEM, "Align left").click();
        });
        steps.put("arrange", () -> {
            desk.press("Escape");
            desk.press("l");
        });
        steps.put("change a parameter", () -> {
            Locator settings = desk.settings(3);
            settings.getByLabel("Stop message").fill("never");
            desk.closeSettings();
        });
        steps.put("rename a node", () -> {
            desk.settings(3).getByLabel("Name on the canvas").fill("Halt");
            desk.closeSettings();
        });
        steps.put("change the policy", () -> {
            Locator settings = desk.settings(4);
            settings.getByText("When it is slow or breaks").click();
            settings.getByLabel("Attempts after the first").fill("2");
            desk.closeSettings();
        });
        steps.put("change the filters", () -> {
            desk.settings(4)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Filters").setExact(true))
                    .click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Element selector").first().fill("Event.Attribute.{n}");
            visitor.field("Value").fill("ip-dst");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Operator"))
                    .click();
            visitor.sees(AriaRole.OPTION, "In").click();
            dialog.getByLabel("Hash path, from each item").first().fill("type");
            visitor.button("Keep").click();
            desk.closeSettings();
        });
        steps.put("paste JSON in place of all", () -> {
            desk.press("j");
            visitor.sees(AriaRole.TEXTBOX, "JSON of the workflow").focus();
            desk.press("Control+a");
            visitor.pastes(Json.write(Graphs.trigger(TRIGGER)));
            visitor.button("Replace the graph").click();
        });
        steps.forEach(this::isOneStep);
    }

    private void isOneStep(String name, Runnable step) {
        String before = drawn();
        step.run();
        String after = changes(name, before);
        desk.press("Control+z");
        assertThat(becomes(before)).as("undo: " + name).isEqualTo(before);
        desk.press("Control+Shift+Z");
        assertThat(becomes(after)).as("redo: " + name).isEqualTo(after);
        desk.tool("Undo").click();
        assertThat(becomes(before)).as("undo with the button: " + name).isEqualTo(before);
    }

    /** Waits until the drawing is another and at rest. */
    private String changes(String name, String before) {
        assertThat(visitor.until(() -> !drawn().equals(before)))
                .as("done: " + name)
                .isTrue();
        page.evaluate("() => new Promise((done) => setTimeout(done, 250))");
        return drawn();
    }

    private String becomes(String wanted) {
        visitor.until(() -> drawn().equals(wanted));
        return drawn();
    }

    /** All that is drawn, but for what is selected and found wrong. */
    private String drawn() {
        return (String)
                page.evaluate(
                        """
                () => {
                  const nodes = [...document.querySelectorAll('.react-flow__node')].map((it) => [
                    it.ariaLabel,
                    it.classList.contains('react-flow__node-block') ? it.style.transform : it.textContent,
                    it.querySelector('dl')?.textContent,
                    !!it.querySelector('.set'),
                    !!it.querySelector('.mark.info'),
                  ].join(' | '));
                  const wires = [...document.querySelectorAll('.react-flow__edge')].map((it) => it.ariaLabel);
                  return [...nodes, ...wires].sort().join('\\n');
                }""");
    }
}
