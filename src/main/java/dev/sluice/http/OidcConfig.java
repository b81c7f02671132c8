package dev.sluice.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who signs in by OpenID Connect, and what they may do. How the provider is reached, Quarkus reads. */
@ConfigMapping(prefix = "sluice.oidc")
public interface OidcConfig {
    /** Whether there is a provider. */
    @WithDefault("false")
    boolean enabled();

    /** What the button on the sign-in page says behind "Sign in with". */
    @WithDefault("single sign-on")
    String name();

    /** The claim that holds what {@link #roles} are told by; a slash leads into nested ones. */
    @WithDefault("groups")
    String rolesClaim();

    /** The address of the provider, below which {@code /.well-known/openid-configuration} is. */
    Optional<String> url();

    /** The name Sluice has there. */
    @WithDefault("sluice")
    String clientId();

    /** Its password there. */
    Optional<String> clientSecret();

    /** Who tokens must be for; {@link #clientId} where nothing is said. */
    Optional<String> audience();

    /** Values of the claim by the role that they give. */
    Roles roles();

    /** By role; each by its own name where nothing is said. */
    interface Roles {
        @WithDefault("admin")
        List<String> admin();

        @WithDefault("editor")
        List<String> editor();

        @WithDefault("caller")
        List<String> caller();

        @WithDefault("viewer")
        List<String> viewer();
    }
}
