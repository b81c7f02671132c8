package dev.sluice.modules;

import dev.sluice.conformance.ArbitraryUrlsOff;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The cases that were recorded while workflows were not allowed to say which URL is called. */
@QuarkusTest
@TestProfile(ArbitraryUrlsOff.class)
class NotificationsWithoutArbitraryUrlsTest extends NotificationsConformanceTest {
    static Stream<Arguments> cases() {
        return cases(false);
    }
}
