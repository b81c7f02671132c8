package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.regex.Pattern;

/** A workflow open in the editor, in a visitor's window. */
final class Desk {
    private final Visitor visitor;
    private final Page page;

    private Desk(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    static Desk open(Visitor visitor, long workflow) {
        visitor.signedIn().opens("/workflows/" + workflow);
        Desk desk = new Desk(visitor);
        assertThat(desk.canvas()).isVisible();
        assertThat(desk.blocks().first()).isVisible();
        return desk;
    }

    /** In the window that shows an editor already. */
    static Desk in(Visitor visitor) {
        Desk desk = new Desk(visitor);
        assertThat(desk.blocks().first()).isVisible();
        return desk;
    }

    Locator canvas() {
        return page.getByLabel("Drawing of the workflow", new Page.GetByLabelOptions().setExact(true));
    }

    /** All nodes that are drawn. */
    Locator blocks() {
        return page.getByLabel(Pattern.compile(", (trigger|logic|action) \\d+$"));
    }

    /** The node with this number. */
    Locator block(int id) {
        return page.getByLabel(Pattern.compile(", (trigger|logic|action) " + id + "$"));
    }

    /** All wires that are drawn. */
    Locator wires() {
        return page.getByLabel(Pattern.compile("^Wire from node "));
    }

    Locator wire(int from, int to) {
        return page.getByLabel(
                "Wire from node " + from + " to node " + to, new Page.GetByLabelOptions().setExact(true));
    }

    /** @param name then, else; out where there is only one */
    Locator output(int id, String name) {
        return block(id).getByLabel(Pattern.compile("^Output " + name + " of "));
    }

    Locator input(int id) {
        return block(id).getByLabel(Pattern.compile("^Input of "));
    }

    /** The button of the tool bar. Its name ends with the key, where it has one. */
    Locator tool(String name) {
        return page.getByRole(AriaRole.TOOLBAR)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "( \\(.*\\))?$")));
    }

    /** The state beside the save button: saved, or not saved. */
    void isSaved(int version) {
        assertThat(page.getByRole(AriaRole.STATUS).getByText(Pattern.compile("^saved – version " + version + ",")))
                .isVisible();
    }

    void isNotSaved() {
        assertThat(page.getByRole(AriaRole.STATUS).getByText(Pattern.compile("^not saved")))
                .isVisible();
    }

    void has(int nodes, int wires) {
        assertThat(blocks()).hasCount(nodes);
        assertThat(wires()).hasCount(wires);
    }

    /** Drags a module out of the palette to a place on the canvas, in pixels from its upper left corner. */
    void drop(String tab, String module, int x, int y) {
        visitor.sees(AriaRole.TAB, tab).click();
        Locator entry = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions()
                                        .setName("Add " + module)
                                        .setExact(true))));
        entry.dragTo(canvas(), new Locator.DragToOptions().setTargetPosition(x, y));
    }

    void drop(String tab, String module, Spot at) {
        BoundingBox box = canvas().boundingBox();
        drop(tab, module, (int) (at.x - box.x), (int) (at.y - box.y));
    }

    Locator frame(String text) {
        return page.getByLabel("Frame " + text, new Page.GetByLabelOptions().setExact(true));
    }

    /** Waits until nothing of the drawing moves any more, so that the mouse goes where things are. */
    private void rests() {
        page.evaluate(
                """
                () => new Promise((done) => {
                  const seen = () => [...document.querySelectorAll('.react-flow__viewport, .react-flow__node')]
                    .map((it) => { const at = it.getBoundingClientRect(); return [at.x, at.y, at.width, at.height]; })
                    .join();
                  const look = (before, still, frames) => requestAnimationFrame(() => {
                    const now = seen();
                    const longer = now === before ? still + 1 : 0;
                    longer === 5 || frames === 300 ? done() : look(now, longer, frames + 1);
                  });
                  look(seen(), 0, 0);
                })""");
    }

    /** Half way between the two ends of a wire. */
    Spot middleOfWire(int from, int to) {
        rests();
        Locator line = wire(from, to).locator("path").first();
        List<?> found = (List<?>)
                line.evaluate(
                        """
                (it) => {
                  const at = it.getPointAtLength(it.getTotalLength() / 2).matrixTransform(it.getScreenCTM());
                  return [at.x, at.y];
                }""");
        return new Spot(((Number) found.get(0)).doubleValue(), ((Number) found.get(1)).doubleValue());
    }

    static Mouse.ClickOptions rightButton() {
        return new Mouse.ClickOptions().setButton(MouseButton.RIGHT);
    }

    /** Draws a wire with the mouse. */
    void connect(int from, String output, int to) {
        rests();
        drag(middle(output(from, output)), middle(input(to)));
    }

    /** Presses the mouse at one place and lets it go at another. */
    void drag(Spot from, Spot to) {
        Mouse mouse = page.mouse();
        mouse.move(from.x, from.y);
        mouse.down();
        mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, new Mouse.MoveOptions().setSteps(4));
        mouse.move(to.x, to.y, new Mouse.MoveOptions().setSteps(4));
        mouse.up();
    }

    record Spot(double x, double y) {
        Spot plus(double dx, double dy) {
            return new Spot(x + dx, y + dy);
        }
    }

    static Spot middle(Locator locator) {
        BoundingBox box = locator.boundingBox();
        return new Spot(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** A part of the head of a block, where it can be held. */
    Spot head(int id) {
        rests();
        BoundingBox box = block(id).boundingBox();
        return new Spot(box.x + box.width * 0.4, box.y + 20);
    }

    /** Where a node is on the screen, rounded. */
    Spot place(int id) {
        rests();
        BoundingBox box = block(id).boundingBox();
        return new Spot(Math.round(box.x), Math.round(box.y));
    }

    void select(int id) {
        Spot at = head(id);
        page.mouse().click(at.x, at.y);
        assertThat(block(id)).hasClass(Pattern.compile(".*\\bselected\\b.*"));
    }

    /** The settings of a node, opened. */
    Locator settings(int id) {
        Spot at = head(id);
        page.mouse().dblclick(at.x, at.y);
        assertThat(settings()).isVisible();
        return settings();
    }

    /** The settings that are open. */
    Locator settings() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^Settings of ")));
    }

    /** How a node ended in the run that is shown. */
    Locator result(int id) {
        return block(id).locator("footer");
    }

    void closeSettings() {
        visitor.button("Close the settings").click();
    }

    void press(String keys) {
        page.keyboard().press(keys);
    }

    /** Goes with the Tab key until this has the focus, as somebody without a mouse does. */
    void tabTo(Locator locator) {
        for (int i = 0; i < 80; i++) {
            if ((boolean)
                    locator.evaluate("it => it === document.activeElement || it.contains(document.activeElement)")) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to " + locator);
    }
}
