package dev.sluice.store.history;

import dev.sluice.store.OnH2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnH2.class)
class RunHoursOnH2Test extends RunHoursPromises {}
