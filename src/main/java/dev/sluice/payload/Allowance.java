package dev.sluice.payload;

/**
 * How much may be made of a text. A list of three million empty texts is 9 MB long and takes twenty times as much memory, so
 * whoever reads for others counts values, and not bytes only.
 */
@FunctionalInterface
public interface Allowance {
    /** For texts of one's own. */
    Allowance ENDLESS = values -> {};

    /**
     * So many values more are there now, told every few thousand.
     *
     * @throws RuntimeException where that is too much; reading ends with it
     */
    void take(int values);
}
