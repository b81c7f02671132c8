package dev.sluice.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.sluice.program.Program;
import dev.sluice.program.Provider;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by a provider of OpenID Connect on another site. */
@BrowserTest
class OidcIT {
    private final Provider provider = Provider.open();
    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = new Program(
                Program.folder("oidc"),
                Map.of(
                        "SLUICE_OIDC_ENABLED", "true",
                        "SLUICE_OIDC_URL", provider.url(),
                        "SLUICE_OIDC_NAME", "the company",
                        "SLUICE_OIDC_CLIENT_SECRET", "a secret of more than thirty-two letters"));
        program.start();
    }

    @AfterEach
    void end() {
        program.close();
        provider.close();
    }

    @Test
    void who_is_known_there_comes_in_and_out_again(Visitor visitor) {
        provider.is("ada", "viewer");
        visitor.by(program.url(), provider.url()).opens("/runs");
        assertThat(visitor.link("Sign in with the company")).isVisible();
        visitor.pictures("sign-in-oidc").findsNothingInTheWay();

        visitor.link("Sign in with the company").click();

        assertThat(visitor.heading("Triggers")).isVisible();
        assertThat(visitor.context().cookies()).singleElement().satisfies((Cookie it) -> {
            assertThat(it.name).isEqualTo("sluice-session");
            assertThat(it.httpOnly).isTrue();
            assertThat(it.sameSite).isEqualTo(SameSiteAttribute.STRICT);
        });
        visitor.page().reload();
        assertThat(visitor.heading("Triggers")).isVisible();
        visitor.button("Signed in as ada (viewer)").click();
        visitor.page().getByText("Sign out").click();
        assertThat(visitor.field("API key")).isVisible();
        assertThat(visitor.context().cookies()).isEmpty();
    }

    @Test
    void who_has_no_role_here_is_told_so(Visitor visitor) {
        provider.is("mallory", "staff");
        visitor.by(program.url(), provider.url()).expects(403).opens("/");

        visitor.link("Sign in with the company").click();

        assertThat(visitor.page().getByText("may look at nothing here")).isVisible();
        assertThat(visitor.context().cookies()).isEmpty();
    }
}
