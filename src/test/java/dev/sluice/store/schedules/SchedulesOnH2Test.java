package dev.sluice.store.schedules;

import dev.sluice.store.OnH2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnH2.class)
class SchedulesOnH2Test extends SchedulesPromises {}
