package dev.sluice.store;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class BlueprintsOnPostgreSqlTest extends BlueprintsPromises {}
