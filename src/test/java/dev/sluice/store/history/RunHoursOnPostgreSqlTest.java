package dev.sluice.store.history;

import dev.sluice.store.OnPostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class RunHoursOnPostgreSqlTest extends RunHoursPromises {}
