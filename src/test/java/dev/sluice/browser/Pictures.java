package dev.sluice.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Pictures of the pages, for people to look at. */
final class Pictures {
    static final Path FOLDER = Path.of("target", "screenshots");

    /** Colours go over into each other in a moment, and each element begins after the one around it. */
    private static final String AT_REST =
            """
            async () => {
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              for (let still = 0, all = 0; still < 3 && all < 60; still += 1, all += 1) {
                await frame();
                if (document.getAnimations().some((it) => it instanceof CSSTransition)) still = 0;
              }
            }""";

    private Pictures() {}

    /** {@code <name>-light.png} and {@code <name>-dark.png} of what is in the window. */
    static void take(Page page, String name) {
        inBoth(
                page,
                look -> page.screenshot(
                        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + look + ".png"))));
    }

    /** Does it in the light theme and in the dark one; the window is light afterwards. */
    static void inBoth(Page page, Consumer<String> look) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(AT_REST);
            look.accept(scheme.name().toLowerCase(Locale.ROOT));
        }
    }
}
