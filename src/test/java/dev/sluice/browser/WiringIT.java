package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.sluice.payload.Fields;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may be connected with what, told where one draws. */
@BrowserTest
class WiringIT {
    private static final String TRIGGER = "wiring";

    @Test
    void a_cycle_is_refused_with_the_reason(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));

        desk.connect(3, "out", 2);

        assertThat(visitor.page().getByRole(AriaRole.ALERT))
                .hasText("That would be a cycle: the workflow would never end.");
        visitor.pictures("editor-refused");
        desk.has(3, 2);
    }

    @Test
    void a_second_wire_on_a_single_output_is_refused_with_the_reason(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));

        desk.connect(1, "out", 3);

        assertThat(visitor.page().getByRole(AriaRole.ALERT))
                .hasText(
                        "Only one wire may leave this output. Put a Concurrent Task in between to follow several ways.");
        desk.has(3, 2);
    }

    @Test
    void two_that_are_connected_are_not_connected_again(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));

        desk.connect(2, "out", 3);

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasText("These two are connected already.");
        desk.has(3, 2);
    }

    @Test
    void the_keyboard_is_told_the_same(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));
        desk.press("n");
        desk.press("n");
        desk.press("n");

        desk.press("w");
        Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
        desk.tabTo(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("To node")));
        desk.press("Enter");
        desk.press("Enter");

        assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("That would be a cycle: the workflow would never end.");
        assertThat(visitor.button("Draw it")).isDisabled();
    }

    @Test
    void a_concurrent_task_leads_to_several(Site site, Visitor visitor) {
        site.declares(TRIGGER);
        Fields graph = Graphs.trigger(TRIGGER);
        graph.put("2", Graphs.node(2, "logic", "concurrent-task", new Fields(), 360, 0));
        graph.put("3", Graphs.node(3, "action", "push-zmq", new Fields(), 720, -80));
        graph.put("4", Graphs.node(4, "action", "push-zmq", new Fields(), 720, 120));
        Graphs.wire(graph, 1, "output_1", 2);
        Desk desk = Desk.open(visitor, site.draws(TRIGGER, graph));

        desk.connect(2, "concurrent", 3);
        desk.connect(2, "concurrent", 4);

        desk.has(4, 3);
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void what_is_dropped_on_a_wire_is_put_into_it(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));

        desk.drop("Logic", "IF :: Tag", desk.middleOfWire(1, 2));

        desk.has(4, 3);
        assertThat(desk.wire(1, 4)).isAttached();
        assertThat(desk.wire(4, 2)).isAttached();
    }

    @Test
    void a_wire_is_taken_away_with_the_right_button_or_the_delete_key(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));

        Desk.Spot first = desk.middleOfWire(1, 2);
        visitor.page().mouse().click(first.x(), first.y(), Desk.rightButton());
        desk.has(3, 1);
        Desk.Spot second = desk.middleOfWire(2, 3);
        visitor.page().mouse().click(second.x(), second.y());
        desk.press("Delete");

        desk.has(3, 0);
    }

    @Test
    void what_would_go_wrong_is_listed_and_leads_to_the_node(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, chain(site));

        desk.settings(2).getByLabel("Data extraction path").first().fill("Event.a[[");
        desk.closeSettings();

        Locator problems = visitor.page().getByRole(AriaRole.TOOLBAR).getByText(Pattern.compile("^\\d+ problem"));
        problems.click();
        Locator panel = visitor.sees(AriaRole.REGION, "Problems");
        assertThat(panel).isVisible();
        panel.getByRole(AriaRole.BUTTON).last().click();
        visitor.pictures("editor-problems").findsNothingInTheWay();
    }

    /** trigger → push-zmq → push-zmq. */
    private static long chain(Site site) {
        site.declares(TRIGGER);
        Fields graph = Graphs.trigger(TRIGGER);
        graph.put("2", Graphs.node(2, "action", "push-zmq", new Fields(), 360, 0));
        graph.put("3", Graphs.node(3, "action", "push-zmq", new Fields(), 720, 0));
        Graphs.wire(graph, 1, "output_1", 2);
        Graphs.wire(graph, 2, "output_1", 3);
        return site.draws(TRIGGER, graph);
    }
}
