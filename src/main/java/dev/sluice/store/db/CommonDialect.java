package dev.sluice.store.db;

import jakarta.persistence.Timeout;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** The part of PostgreSQL that H2 in its PostgreSQL mode understands too. */
public final class CommonDialect extends PostgreSQLDialect {
    /** Of the oldest PostgreSQL that is supported. */
    public CommonDialect() {
        super(DatabaseVersion.make(14));
    }

    /** The same whatever it is connected to, so that a build does not depend on the database it meets. */
    public CommonDialect(DialectResolutionInfo info) {
        this();
    }

    @Override
    public boolean supportsInsertReturning() {
        return false;
    }

    @Override
    public String getForUpdateString() {
        return " for update";
    }

    @Override
    public String getWriteLockString(Timeout timeout) {
        return " for update";
    }

    @Override
    public String getWriteLockString(String aliases, Timeout timeout) {
        return " for update";
    }

    @Override
    public String getReadLockString(Timeout timeout) {
        return " for update";
    }

    @Override
    public String getReadLockString(String aliases, Timeout timeout) {
        return " for update";
    }
}
