package dev.sluice.module;

/** Where the choices of a picker are looked up. */
public enum Choices {
    /** Names of the tags that are not those of galaxies. */
    TAGS,
    /** Names of the tags of galaxies, without {@code misp-galaxy:}. */
    GALAXY_TAGS,
    /** Ids and names of the warning lists that are enabled. */
    WARNING_LISTS,
    /** Ids and names of those that are enabled and do not come with the platform. */
    OWN_WARNING_LISTS,
    /** Names of the warning lists that are enabled, and ALL. */
    WARNING_LIST_NAMES,
    /** Ids and names of the organisations. */
    ORGANISATIONS,
    /** Ids and names of the sharing groups. */
    SHARING_GROUPS,
    /** Mail addresses of the accounts. */
    ACCOUNTS,
    /** Ids and names of the decaying models that are enabled. */
    DECAYING_MODELS,
    /** Names of the Enrichment modules. */
    ENRICHMENT_MODULES
}
