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
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations
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
        Pictures.inBoth(page, look -> ((List<?>) page.evaluate(RUN)).forEach(it -> found.add(look + ": " + it)));
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
