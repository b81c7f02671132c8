package dev.sluice.http;

import dev.sluice.store.access.Role;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives who comes with a token of OpenID Connect the highest role that the claim tells; where it tells none, no role at all. */
@Singleton
final class OidcRoles implements SecurityIdentityAugmentor {
    private final Map<Role, List<String>> told = new LinkedHashMap<>();

    OidcRoles(OidcConfig config) {
        told.put(Role.ADMIN, config.roles().admin());
        told.put(Role.EDITOR, config.roles().editor());
        told.put(Role.VIEWER, config.roles().viewer());
        told.put(Role.CALLER, config.roles().caller());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(KnownElsewhere.byToken(identity) ? withRole(identity) : identity);
    }

    private SecurityIdentity withRole(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes());
        of(identity).ifPresent(role -> builder.addRoles(role.includes()).addAttribute("role", role.id()));
        return builder.build();
    }

    private Optional<Role> of(SecurityIdentity identity) {
        return told.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(identity.getRoles()::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
