package dev.sluice.fake;

import dev.sluice.payload.Fields;
import java.util.List;
import java.util.Map;

/**
 * What each Enrichment module knew of which value when the blueprints were recorded, the same in all cases.
 *
 * <p>What was said of the hashes is in the recordings word for word (bp-057). The rest is deduced from what came of it: the
 * countries from the tags that were attached (bp-034), the verdicts from the output that was taken and from the
 * attributes that were tagged behind it (bp-051, bp-052, bp-054). Those verdicts are not all certain: one that is
 * malicious is enough for the output, so all that were asked about are.
 */
final class RecordedEnrichment {
    private static final Map<String, Map<String, Map<String, Object>>> KNOWN = Map.of(
            "mmdb_lookup",
            Map.of(
                    "198.51.100.7", country("Luxembourg"),
                    "198.51.100.9", country("Luxembourg"),
                    "8.8.8.8", country("Belgium")),
            "hashlookup",
            Map.of(
                    "d41d8cd98f00b204e9800998ecf8427e",
                    object(
                            "hashlookup",
                            "file",
                            attribute("FileName", "filename", "notepad.exe"),
                            attribute("MD5", "md5", "d41d8cd98f00b204e9800998ecf8427e"))),
            "abuseipdb",
            Map.of(
                    "198.51.100.7", abused(),
                    "198.51.100.9", abused(),
                    "8.8.8.8", abused(),
                    "www.example.org", abused(),
                    "known.example", abused(),
                    "evil.example", abused()),
            "google_safe_browsing",
            Map.of(
                    "http://evil.example/x?y=1",
                    object("google-safe-browsing", "network", attribute("malicious", "boolean", "1"))));

    private RecordedEnrichment() {}

    static boolean offers(String module) {
        return KNOWN.containsKey(module);
    }

    /** The answer about the {@code attribute} of a question, in the form {@code misp_standard}. */
    static Map<String, Object> answer(String module, Map<String, Object> question) {
        Object value = ((Map<?, ?>) question.get("attribute")).get("value");
        Map<String, Object> found = KNOWN.get(module).get(value);
        return found == null ? Fields.of("error", "No results") : Fields.of("results", found);
    }

    private static Map<String, Object> country(String name) {
        return object("geolocation", "misc", attribute("country", "text", name));
    }

    private static Map<String, Object> abused() {
        return object("abuseipdb", "network", attribute("is-malicious", "boolean", "1"));
    }

    @SafeVarargs
    private static Map<String, Object> object(String name, String category, Map<String, Object>... attributes) {
        return Fields.of(
                "Object",
                List.of(Fields.of("name", name, "meta-category", category, "Attribute", List.of(attributes))));
    }

    private static Map<String, Object> attribute(String relation, String type, String value) {
        return Fields.of("object_relation", relation, "type", type, "value", value);
    }
}
