package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may come in, and what a browser then holds. */
@BrowserTest
class SignInIT {
    private static final Pattern WELCOME = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/#welcome=\\S+)");

    @Test
    void the_link_that_the_first_start_printed_opens_the_pages_once(Site site, Visitor first, Visitor second)
            throws IOException {
        assumeTrue(site.printed().isPresent(), "what another's Sluice printed cannot be read");
        Matcher link = WELCOME.matcher(site.printed().orElseThrow());
        assertThat(link.find()).isTrue();

        first.page().navigate(site.url() + link.group(1));

        assertThat(first.heading("Triggers")).isVisible();
        assertThat(first.page().url()).doesNotContain("welcome");
        second.page().navigate(site.url() + link.group(1));
        assertThat(second.page().getByRole(AriaRole.ALERT)).containsText("This link was used already");
        assertThat(second.field("API key")).isVisible();
    }

    @Test
    void a_key_opens_the_pages_and_no_script_can_read_what_the_browser_then_holds(Site site, Visitor visitor) {
        visitor.opens("/");
        visitor.pictures("sign-in").findsNothingInTheWay();

        visitor.field("API key").fill(site.key());
        visitor.button("Sign in").click();

        assertThat(visitor.heading("Triggers")).isVisible();
        List<Cookie> cookies = visitor.context().cookies();
        assertThat(cookies).singleElement().satisfies(it -> {
            assertThat(it.httpOnly).isTrue();
            assertThat(it.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            assertThat(it.value).doesNotContain(site.key());
        });
        assertThat(
                        visitor.page()
                                .evaluate(
                                        "() => document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                .asString()
                .doesNotContain(site.key())
                .doesNotContain(cookies.get(0).value);
    }

    @Test
    void a_wrong_key_is_refused_with_what_to_do(Visitor visitor) {
        visitor.opens("/runs");

        visitor.field("API key").fill("no such key");
        visitor.button("Sign in").click();

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("admin.key");
        assertThat(visitor.field("API key")).isVisible();
        assertThat(visitor.context().cookies()).isEmpty();
    }

    @Test
    void who_signs_out_is_out(Visitor visitor) {
        // What is still being asked for at that moment is refused.
        visitor.expects(401).signedIn().opens("/triggers");
        List<Cookie> held = visitor.context().cookies();

        visitor.button("Signed in as admin (admin)").click();
        visitor.sees(AriaRole.MENUITEM, "Sign out").click();

        assertThat(visitor.field("API key")).isVisible();
        visitor.context().addCookies(held);
        visitor.page().reload();
        assertThat(visitor.field("API key")).isVisible();
    }

    @Test
    void a_page_asked_for_is_there_after_signing_in(Site site, Visitor visitor) {
        visitor.opens("/modules");

        visitor.field("API key").fill(site.key());
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.heading("Modules")).isVisible();
    }
}
