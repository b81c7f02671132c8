package dev.sluice.store;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnH2.class)
class BlueprintsOnH2Test extends BlueprintsPromises {}
