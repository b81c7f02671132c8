package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.sluice.payload.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large drawings, and platforms with very many tags. What is measured is printed; the bounds are for slow machines. */
@BrowserTest
class SpeedIT {
    private static final int NODES = 1_000;
    private static final double LONGEST_FRAME_MILLIS = 150;
    private static final double LONGEST_OPENING_MILLIS = 5_000;
    private static final String FRAMES =
            """
            () => {
              const times = [];
              let last = performance.now();
              const next = (now) => {
                times.push(now - last);
                last = now;
                window.frame = requestAnimationFrame(next);
              };
              window.frame = requestAnimationFrame(next);
              window.frames_ = times;
            }""";
    private static final String TIMES =
            "() => { cancelAnimationFrame(window.frame); return window.frames_.slice(1).sort((a, b) => a - b); }";

    @Test
    void a_thousand_nodes_are_panned_zoomed_and_dragged_smoothly(Site site, Visitor visitor) {
        long workflow = draw(site);
        long begun = System.nanoTime();
        Desk desk = Desk.open(visitor, workflow);
        System.out.printf("%d nodes opened in %d ms%n", NODES, (System.nanoTime() - begun) / 1_000_000);
        Page page = visitor.page();
        desk.press("n");
        page.evaluate("() => new Promise((done) => setTimeout(done, 500))");
        visitor.pictures("editor-large");
        BoundingBox box = desk.canvas().boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height - 40;

        measure(page, "panned", () -> move(page, x, y));
        measure(page, "zoomed", () -> {
            for (int i = 0; i < 20; i++) {
                page.mouse().wheel(0, i < 10 ? 60 : -60);
            }
        });
        measure(page, "dragged", () -> {
            Desk.Spot at = desk.head(1);
            move(page, at.x(), at.y());
        });
    }

    private static void move(Page page, double x, double y) {
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x - 300, y - 100, new Mouse.MoveOptions().setSteps(40));
        page.mouse().move(x - 100, y - 250, new Mouse.MoveOptions().setSteps(40));
        page.mouse().up();
    }

    private static void measure(Page page, String what, Runnable act) {
        page.evaluate(FRAMES);
        act.run();
        List<Double> times = ((List<?>) page.evaluate(TIMES))
                .stream().map(it -> ((Number) it).doubleValue()).toList();
        double median = times.get(times.size() / 2);
        System.out.printf(
                "%d nodes %s: %d frames, median %.0f ms, 95 %% within %.0f ms, longest %.0f ms%n",
                NODES, what, times.size(), median, times.get(times.size() * 95 / 100), times.get(times.size() - 1));
        assertThat(median).as(what).isLessThan(LONGEST_FRAME_MILLIS);
    }

    /** Rows of 25, each a chain; a concurrent task would be one more. */
    private static long draw(Site site) {
        site.declares("large");
        Fields graph = Graphs.trigger("large");
        for (int i = 2; i <= NODES; i++) {
            String module = i % 3 == 0 ? "tag-if" : "push-zmq";
            Object params = i % 3 == 0 ? Fields.of("tags", List.of("tlp:red")) : new Fields();
            graph.put(
                    Integer.toString(i),
                    Graphs.node(
                            i, i % 3 == 0 ? "logic" : "action", module, (Fields) params, i % 25 * 340, i / 25 * 220));
            Graphs.wire(graph, i - 1, "output_1", i);
        }
        return site.draws("large", graph);
    }

    @Test
    void a_workflow_opens_at_once_beside_a_platform_with_twenty_thousand_tags(Site site, Visitor visitor) {
        site.declares("many-tags");
        Fields graph = Graphs.trigger("many-tags");
        graph.put("2", Graphs.node(2, "logic", "tag-if", Fields.of("tags", List.of("many:tag-777")), 360, 0));
        Graphs.wire(graph, 1, "output_1", 2);
        long workflow = site.draws("many-tags", graph);
        visitor.signedIn().opens("/triggers");
        assertThat(visitor.heading("Triggers")).isVisible();

        double opened = time(() -> {
            visitor.opens("/workflows/" + workflow);
            assertThat(Desk.in(visitor).block(2)).isVisible();
        });
        Desk desk = Desk.in(visitor);
        desk.settings(2);
        double found = time(() -> {
            visitor.page().getByRole(AriaRole.COMBOBOX).first().fill("many:tag-1999");
            assertThat(visitor.sees(AriaRole.OPTION, "many:tag-19999")).isVisible();
        });

        System.out.printf(
                "%,d tags: the workflow opened in %.0f ms, a tag was found in %.0f ms%n", Site.TAGS, opened, found);
        assertThat(opened).isLessThan(LONGEST_OPENING_MILLIS);
        assertThat(found).isLessThan(LONGEST_OPENING_MILLIS);
    }

    private static double time(Runnable act) {
        long begun = System.nanoTime();
        act.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
