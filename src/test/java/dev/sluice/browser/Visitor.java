package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Somebody with a browser of their own: no cookie, nothing kept. Finds things as a person does, by role and name. */
final class Visitor implements AutoCloseable {
    private static final int WAIT_MILLIS = 10_000;

    private final BrowserContext context;
    private final String key;
    private final Watch watch;
    private final Page page;
    private String url;

    Visitor(Site site) {
        url = site.url();
        key = site.key();
        context = site.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(WAIT_MILLIS);
        watch = new Watch(context, origin());
        page = context.newPage();
    }

    private String origin() {
        return URI.create(url).resolve("/").toString();
    }

    /** Comes by another address of the same Sluice from now on. */
    Visitor by(String other) {
        url = other;
        watch.stayWithin(origin());
        return this;
    }

    /** Is sent to another host on the way. */
    Visitor by(String other, String third) {
        watch.allow(third);
        return by(other);
    }

    /** Has signed in already, without the form. */
    Visitor signedIn() {
        var answer = context.request()
                .post(
                        url + "/api/v1/session",
                        RequestOptions.create()
                                .setHeader("Sluice-Client", "web")
                                .setData(Map.of("key", key)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return this;
    }

    /** Goes to a page by its path, such as /triggers. */
    Visitor opens(String path) {
        page.navigate(url + "/#" + path);
        return this;
    }

    /** Answers of this status are what the test is about. */
    Visitor expects(int status) {
        watch.expect(status);
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    String url() {
        return url;
    }

    Locator heading(String name) {
        return sees(AriaRole.HEADING, name);
    }

    Locator button(String name) {
        return sees(AriaRole.BUTTON, name);
    }

    Locator link(String name) {
        return sees(AriaRole.LINK, name);
    }

    /** The one thing of this role whose name is exactly this. */
    Locator sees(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The field with this label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Pastes a text where the focus is. */
    void pastes(String text) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("(text) => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("Control+v");
    }

    /** Looks again and again until it is so; false if it is not within some seconds. */
    boolean until(BooleanSupplier so) {
        try {
            page.waitForCondition(so, new Page.WaitForConditionOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Waits until what the page asks for has come. */
    Visitor settles() {
        assertThat(page.getByText("Loading …")).hasCount(0);
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        return this;
    }

    /** Takes pictures of what is in the window, light and dark, for people to look at. */
    Visitor pictures(String name) {
        Pictures.take(page, name);
        return this;
    }

    /** Nothing here keeps somebody out who cannot see well, or uses the keyboard only; light and dark. */
    Visitor findsNothingInTheWay() {
        Axe.check(page);
        return this;
    }

    List<String> faults() {
        // What came last is heard only while we speak with the browser.
        page.evaluate("1");
        return watch.faults();
    }

    List<String> log() {
        return watch.log();
    }

    /** Writes down what is seen now, and what the browser said. */
    void tell(String name) {
        try {
            Path folder = Files.createDirectories(Pictures.FOLDER.resolve("failed"));
            Files.write(folder.resolve(name + ".log"), watch.log());
            Files.writeString(folder.resolve(name + ".html"), page.content());
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
