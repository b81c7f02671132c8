package dev.sluice.store.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller may do. */
public enum Role {
    /** Looks at everything, and changes nothing. */
    VIEWER(Set.of("viewer")),
    /** Fires triggers and reads the answer, and nothing else. */
    CALLER(Set.of("caller")),
    /** Looks, fires, and changes workflows, blueprints, schedules, switches and tasks. */
    EDITOR(Set.of("editor", "viewer", "caller")),
    /** Everything; keys and the audit log are for nobody else. */
    ADMIN(Set.of("admin", "editor", "viewer", "caller"));

    private final Set<String> includes;

    Role(Set<String> includes) {
        this.includes = includes;
    }

    /** As callers write it: viewer, caller, editor, admin. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ids of all roles that come with it, its own among them. */
    public Set<String> includes() {
        return includes;
    }

    /** Whether whoever has this role can do all that one with the other can. */
    public boolean covers(Role other) {
        return includes.contains(other.id());
    }

    /** By id; empty where there is none of it. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    /** All ids, for people. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Role::id).toList();
    }
}
