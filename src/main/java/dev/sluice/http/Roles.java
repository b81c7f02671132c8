package dev.sluice.http;

/** The roles as annotations name them; what each may do is told by {@link dev.sluice.store.access.Role}. */
public final class Roles {
    public static final String VIEWER = "viewer";
    public static final String CALLER = "caller";
    public static final String EDITOR = "editor";
    public static final String ADMIN = "admin";

    private Roles() {}
}
