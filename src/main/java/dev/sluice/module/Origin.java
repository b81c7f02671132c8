package dev.sluice.module;

/** Where modules come from. A module replaces those of the same kind and id from origins named before its own. */
public enum Origin {
    /** It comes with the program, or is a bean on its class path. */
    BUILT_IN("built-in"),
    /** It was declared at run time. */
    DECLARED("declared"),
    /** A misp-modules service offers it. */
    MISP_MODULES("misp-modules"),
    /** It lies in a folder of custom modules. */
    CUSTOM("custom");

    private final String id;

    Origin(String id) {
        this.id = id;
    }

    /** As the catalogue shows it. */
    public String id() {
        return id;
    }
}
