package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is stored when one saves, and what happens when another saved first. */
@BrowserTest
class SavingIT {
    private static final int EVERY = 12;

    @Test
    void a_recorded_workflow_that_is_opened_and_saved_again_is_the_same(Site site, Visitor visitor) {
        visitor.signedIn();
        List<String> saved = new ArrayList<>();
        List<Map<String, Object>> cases = Conformance.cases("graphs").toList();
        for (int i = 1; i < cases.size(); i += EVERY) {
            Map<String, Object> workflow = Recorded.map(cases.get(i).get("workflow"));
            String trigger = (String) workflow.get("trigger_id");
            OptionalLong taken = site.drawsIfTaken(trigger, Recorded.map(workflow.get("data")));
            if (taken.isEmpty()) {
                continue;
            }
            long id = taken.getAsLong();
            Map<?, ?> before = site.graph(id);
            visitor.opens("/workflows/" + id);
            Desk desk = Desk.in(visitor);
            desk.press("n");
            desk.press("ArrowRight");
            desk.isNotSaved();
            desk.press("ArrowLeft");
            desk.press("Control+s");
            // A graph that differs would be version 2.
            desk.isSaved(1);
            assertThat(site.graph(id)).as("%s", cases.get(i).get("id")).isEqualTo(before);
            saved.add(cases.get(i).get("id") + " " + before.size() + " entries");
        }
        System.out.println("Opened and saved again: " + saved);
        assertThat(saved).hasSizeGreaterThan(5);
    }

    @Test
    void of_two_who_save_the_second_is_told_and_decides(Site site, Visitor first, Visitor second) {
        long workflow = site.begins("two-windows");
        Desk one = Desk.open(first, workflow);
        Desk other = Desk.open(second.expects(412), workflow);
        adds(first, one, "Webhook");
        first.button("Save").click();
        one.isSaved(2);

        adds(second, other, "Stop execution");
        second.button("Save").click();

        assertThat(second.heading("Somebody else saved this workflow")).isVisible();
        second.pictures("editor-conflict").findsNothingInTheWay();
        assertThat(site.graph(workflow).toString()).contains("webhook").doesNotContain("stop-execution");
        second.button("Go on drawing").click();
        other.isNotSaved();
        second.button("Save").click();
        second.button("Save mine as the newest version").click();
        other.isSaved(3);
        assertThat(site.graph(workflow).toString()).contains("stop-execution").doesNotContain("webhook");
    }

    @Test
    void or_takes_what_the_first_saved(Site site, Visitor first, Visitor second) {
        long workflow = site.begins("two-windows");
        Desk one = Desk.open(first, workflow);
        Desk other = Desk.open(second.expects(412), workflow);
        adds(first, one, "Webhook");
        first.button("Save").click();
        one.isSaved(2);
        adds(second, other, "Stop execution");

        other.press("Control+s");
        second.button("Take theirs").click();

        other.isSaved(2);
        assertThat(other.block(2)).containsText("Webhook");
    }

    @Test
    void nobody_leaves_unsaved_changes_behind_unasked(Site site, Visitor visitor) {
        Desk desk = Desk.open(visitor, site.begins("unsaved"));
        adds(visitor, desk, "Webhook");

        visitor.link("Runs").click();

        assertThat(visitor.page().getByRole(AriaRole.ALERTDIALOG)).containsText("Leave without saving?");
        visitor.pictures("editor-unsaved").findsNothingInTheWay();
        visitor.button("Cancel").click();
        desk.isNotSaved();
        visitor.link("Runs").click();
        visitor.button("Leave").click();
        assertThat(visitor.heading("Runs")).isVisible();
    }

    @Test
    void an_old_version_is_compared_and_brought_back(Site site, Visitor visitor) {
        long workflow = site.begins("versions");
        Desk desk = Desk.open(visitor, workflow);
        adds(visitor, desk, "Webhook");
        visitor.button("Save").click();
        desk.isSaved(2);

        desk.tool("Versions").click();
        visitor.page().getByRole(AriaRole.CHECKBOX).nth(1).click(new Locator.ClickOptions().setForce(true));
        visitor.button("Compare with the drawing").click();
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).containsText("Webhook");
        visitor.pictures("editor-versions").findsNothingInTheWay();
        visitor.button("Close").click();
        visitor.button("Restore").click();
        visitor.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Restore", new Locator.GetByTextOptions().setExact(true))
                .click();

        desk.isSaved(3);
        desk.has(1, 0);
    }

    private static void adds(Visitor visitor, Desk desk, String module) {
        visitor.button("Add " + module).click();
        desk.isNotSaved();
    }
}
