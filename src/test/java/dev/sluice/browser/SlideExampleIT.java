package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second example of the training slides, drawn from nothing: an event with tlp:red anywhere is not published. */
@BrowserTest
class SlideExampleIT {
    private static final String RED = "An event tagged tlp:red";
    private static final String WHITE = "An event with an attribute tagged tlp:white";

    @Test
    void is_drawn_with_the_mouse(Site site, Visitor visitor) {
        site.forgets("event-publish");
        visitor.signedIn().opens("/triggers");
        visitor.button("Edit the workflow of Event Publish").click();
        Desk desk = Desk.in(visitor);
        long workflow = site.workflowOf("event-publish").orElseThrow();

        desk.drop("Logic", "IF :: Tag", 820, 180);
        desk.drop("Logic", "IF :: Tag", 480, 560);
        desk.drop("Actions", "Stop execution", 900, 420);
        desk.drop("Actions", "Stop execution", 880, 660);
        desk.connect(1, "out", 2);
        desk.connect(2, "then", 4);
        desk.connect(2, "else", 3);
        desk.connect(3, "then", 5);
        choose(desk, visitor, 2, "Event");
        choose(desk, visitor, 3, "Attribute");
        says(desk, 4, "The event is tlp:red.");
        says(desk, 5, "An attribute is tlp:red.");
        desk.tool("Arrange automatically").click();
        visitor.button("Save").click();

        desk.isSaved(2);
        isTheExample(site.graph(workflow), 2, 4, 3, 5);
        visitor.pictures("editor");
        desk.tool("Test run").click();
        runs(visitor, RED);
        saysNo(desk, visitor, 2, 4);
        visitor.pictures("editor-blocked");
        runs(visitor, WHITE);
        saysYes(desk, visitor, 3, 4);
    }

    @Test
    void is_drawn_with_the_keyboard_alone(Site site, Visitor visitor) {
        long workflow = site.draws("event-publish", Graphs.trigger("event-publish"));
        Desk desk = Desk.open(visitor, workflow);

        desk.press("n");
        types(desk, visitor, "IF :: Tag");
        chooses(desk, visitor, "Event");
        types(desk, visitor, "Stop execution");
        writes(desk, visitor, "The event is tlp:red.");
        desk.press("Shift+N");
        types(desk, visitor, "IF :: Tag");
        chooses(desk, visitor, "Attribute");
        types(desk, visitor, "Stop execution");
        writes(desk, visitor, "An attribute is tlp:red.");
        desk.press("l");
        desk.press("Control+s");

        desk.isSaved(2);
        isTheExample(site.graph(workflow), 2, 3, 4, 5);
        desk.press("t");
        runsByKeys(desk, visitor, RED);
        saysNo(desk, visitor, 2, 3);
        runsByKeys(desk, visitor, WHITE);
        saysYes(desk, visitor, 4, 3);
    }

    /** Adds a node behind the selected one. */
    private static void types(Desk desk, Visitor visitor, String module) {
        desk.press("a");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isVisible();
        visitor.page().keyboard().type(module);
        assertThat(visitor.page().getByRole(AriaRole.OPTION).first()).containsText(module);
        desk.press("Enter");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isHidden();
    }

    private static void chooses(Desk desk, Visitor visitor, String scope) {
        desk.press("Enter");
        Locator settings = desk.settings();
        desk.tabTo(settings.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Scope")));
        desk.press("Enter");
        visitor.page().keyboard().type(scope);
        desk.press("Enter");
        desk.tabTo(settings.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Tags")));
        visitor.page().keyboard().type("tlp:red");
        desk.press("Enter");
        assertThat(settings.getByText("tlp:red")).isVisible();
        desk.press("Escape");
        desk.press("Escape");
        assertThat(settings).isHidden();
    }

    private static void writes(Desk desk, Visitor visitor, String message) {
        desk.press("Enter");
        desk.tabTo(desk.settings().getByLabel("Stop message", new GetByLabelOptions().setExact(true)));
        desk.press("Control+a");
        visitor.page().keyboard().type(message);
        desk.press("Escape");
        assertThat(desk.settings()).isHidden();
    }

    private static void runsByKeys(Desk desk, Visitor visitor, String event) {
        desk.tabTo(visitor.button("Sample event"));
        desk.press("Enter");
        Locator choice = visitor.sees(AriaRole.MENUITEM, event);
        assertThat(choice).isVisible();
        visitor.page().keyboard().type(event);
        desk.press("Enter");
        assertThat(choice).isHidden();
        desk.tabTo(visitor.button("Run dry"));
        desk.press("Enter");
    }

    private static void choose(Desk desk, Visitor visitor, int node, String scope) {
        Locator settings = desk.settings(node);
        settings.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Scope"))
                .click();
        visitor.sees(AriaRole.OPTION, scope).click();
        settings.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Tags"))
                .fill("tlp:red");
        visitor.sees(AriaRole.OPTION, "tlp:red").click();
        // The list stays open for the next choice.
        desk.press("Escape");
        desk.closeSettings();
    }

    private static void says(Desk desk, int node, String message) {
        desk.settings(node)
                .getByLabel("Stop message", new GetByLabelOptions().setExact(true))
                .fill(message);
        desk.closeSettings();
    }

    private static void runs(Visitor visitor, String event) {
        visitor.button("Sample event").click();
        visitor.sees(AriaRole.MENUITEM, event).click();
        visitor.button("Run dry").click();
    }

    private static void saysNo(Desk desk, Visitor visitor, int asked, int stop) {
        assertThat(visitor.page().getByText("blocked: the platform must not proceed"))
                .isVisible();
        assertThat(desk.result(asked)).containsText("then");
        assertThat(desk.result(stop)).containsText("stopped");
    }

    private static void saysYes(Desk desk, Visitor visitor, int asked, int stop) {
        assertThat(visitor.page().getByText("success: the platform may proceed"))
                .isVisible();
        assertThat(desk.result(asked)).containsText("else");
        assertThat(desk.result(stop)).hasCount(0);
    }

    private static void isTheExample(Map<?, ?> graph, int event, int eventStop, int attribute, int attributeStop) {
        assertThat(graph).hasSize(5);
        assertThat(params(graph, event)).containsEntry("scope", "event").containsEntry("tags", List.of("tlp:red"));
        assertThat(params(graph, attribute))
                .containsEntry("scope", "attribute")
                .containsEntry("tags", List.of("tlp:red"));
        assertThat(params(graph, eventStop)).containsEntry("message", "The event is tlp:red.");
        assertThat(params(graph, attributeStop)).containsEntry("message", "An attribute is tlp:red.");
        assertThat(leads(graph, 1, "output_1")).isEqualTo(event);
        assertThat(leads(graph, event, "output_1")).isEqualTo(eventStop);
        assertThat(leads(graph, event, "output_2")).isEqualTo(attribute);
        assertThat(leads(graph, attribute, "output_1")).isEqualTo(attributeStop);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> params(Map<?, ?> graph, int id) {
        return (Map<String, Object>) at(graph, Integer.toString(id), "data", "indexed_params");
    }

    private static int leads(Map<?, ?> graph, int id, String exit) {
        List<?> ends = (List<?>) at(graph, Integer.toString(id), "outputs", exit, "connections");
        assertThat(ends).hasSize(1);
        return Integer.parseInt((String) ((Map<?, ?>) ends.get(0)).get("node"));
    }

    private static Object at(Object value, String... path) {
        Object found = value;
        for (String key : path) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }
}
