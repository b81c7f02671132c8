package dev.sluice.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Pictures of the pages, for people to look at. */
final class Pictures {
    static final Path FOLDER = Path.of("target", "screenshots");

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
            // What is drawn by the graphics layers follows a moment later.
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            look.accept(scheme.name().toLowerCase(Locale.ROOT));
        }
    }
}
