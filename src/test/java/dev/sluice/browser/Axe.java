package dev.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** axe-core, which knows what of WCAG a program can check. It comes with the pages' own packages. */
final class Axe {
    private static final Path SCRIPT = Path.of("src", "main", "webui", "node_modules", "axe-core", "axe.min.js");
    private static final String RUN =
            """
            async (look) => {
              // What React Aria has read aloud stays there for a while, after what it is about has gone.
              const where = { exclude: ['[data-live-announcer]'] };
              const found = await axe.run(where, {
                resultTypes: ['violations'],
                // All but the colours is the same in both.
                ...(look === 'dark' ? { runOnly: ['color-contrast'] } : {}),
              });
              // The field that a list belongs to has the focus, and scrolls it.
              const led = (it) => it.target.some((at) => {
                const id = document.querySelector(at)?.id;
                return id && document.querySelector(`[aria-controls="${id}"][aria-autocomplete]`);
              });
              for (const it of found.violations) {
                if (it.id === 'scrollable-region-focusable') it.nodes = it.nodes.filter((node) => !led(node));
              }
              return found.violations
                .filter((it) => it.nodes.length > 0)
                .filter((it) => it.impact === 'serious' || it.impact === 'critical')
                .map((it) => `${it.impact} ${it.id}: ${it.help}\\n`
                  + it.nodes.slice(0, 5).map((at) => `    ${at.target.join(' ')}: ${at.html.slice(0, 200)}\\n`
                    + `      ${at.failureSummary.split('\\n').slice(1).join(' ')}`).join('\\n'));
            }""";

    private Axe() {}

    /** Nothing serious, neither in the light theme nor in the dark one. */
    static void check(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(script());
        }
        List<String> found = new ArrayList<>();
        Pictures.inBoth(page, look -> ((List<?>) page.evaluate(RUN, look)).forEach(it -> found.add(look + ": " + it)));
        assertThat(found).as("what axe found on " + page.url()).isEmpty();
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(SCRIPT + " is missing: `npm ci` in src/main/webui brings it.", e);
        }
    }
}
