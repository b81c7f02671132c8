package dev.sluice.store.tasks;

import dev.sluice.store.OnH2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnH2.class)
class TaskQueueOnH2Test extends TaskQueuePromises {}
