package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page. */
@BrowserTest
class PagesIT {
    private static final int FIRST_LOAD_BYTES = 400_000;

    @ParameterizedTest
    @ValueSource(strings = {"Triggers", "Runs", "Tasks", "Modules", "Blueprints", "Logs", "Access", "Status", "Help"})
    void is_reached_from_any_other_and_keeps_nobody_out(String name, Visitor visitor) {
        visitor.signedIn().opens("/" + (name.equals("Help") ? "status" : "help"));

        visitor.page().getByRole(AriaRole.NAVIGATION).first().getByText(name).click();

        assertThat(visitor.heading(name)).isVisible();
        assertThat(visitor.page()).hasTitle(name + " · Sluice");
        visitor.settles();
        visitor.pictures(name.toLowerCase(java.util.Locale.ROOT)).findsNothingInTheWay();
    }

    @Test
    void an_address_where_nothing_is_leads_on(Visitor visitor) {
        visitor.signedIn().opens("/nowhere");

        assertThat(visitor.heading("No such page")).isVisible();
        visitor.findsNothingInTheWay();
        visitor.link("Go to the triggers").click();

        assertThat(visitor.heading("Triggers")).isVisible();
    }

    @Test
    void the_first_load_is_small(Visitor visitor) {
        List<Response> answers = new ArrayList<>();
        visitor.context().onResponse(answers::add);

        visitor.signedIn().opens("/triggers");
        assertThat(visitor.heading("Triggers")).isVisible();
        visitor.settles();

        int bytes = 0;
        for (Response it : answers) {
            int size = it.request().sizes().responseBodySize;
            System.out.printf("%,9d %s%n", size, it.url());
            bytes += size;
        }
        System.out.printf("%,9d in all%n", bytes);
        assertThat(bytes).isBetween(50_000, FIRST_LOAD_BYTES);
    }

    @Test
    void all_works_under_a_path_prefix(Site site, Visitor visitor) throws IOException {
        try (PrefixProxy proxy = new PrefixProxy(site.url(), "/sluice")) {
            visitor.by(proxy.url()).opens("/modules");

            visitor.field("API key").fill(site.key());
            visitor.button("Sign in").click();

            assertThat(visitor.heading("Modules")).isVisible();
            visitor.link("Triggers").click();
            assertThat(visitor.heading("Triggers")).isVisible();
            visitor.page().reload();
            assertThat(visitor.heading("Triggers")).isVisible();
            assertThat(visitor.page().url()).startsWith(proxy.url() + "/");
            // The page asks on while its heading is there already, and the proxy ends here.
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            visitor.page().navigate("about:blank");
        }
    }
}
