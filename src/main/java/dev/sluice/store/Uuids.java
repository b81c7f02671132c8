package dev.sluice.store;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs that MISP accepts. */
final class Uuids {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-5][0-9a-f]{3}-[089ab][0-9a-f]{3}-[0-9a-f]{12}");

    private Uuids() {}

    /** In lower case; a new one for null or "". */
    static String checked(String given) {
        if (given == null || given.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        String uuid = given.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(uuid).matches()) {
            throw new InvalidException("Please provide a valid RFC 4122 UUID");
        }
        return uuid;
    }
}
