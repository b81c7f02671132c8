package dev.sluice.conformance;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The program as a MISP with {@code Security.rest_client_enable_arbitrary_urls} off. */
public final class ArbitraryUrlsOff implements QuarkusTestProfile {
    /** The setting by MISP's name, which recorded cases state. */
    public static final String SETTING = "Security.rest_client_enable_arbitrary_urls";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("sluice.outbound.arbitrary-urls", "false");
    }
}
