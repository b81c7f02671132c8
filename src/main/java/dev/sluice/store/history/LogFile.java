package dev.sluice.store.history;

import dev.sluice.engine.ExecutionLog;
import dev.sluice.engine.Run;
import dev.sluice.outside.PrivateFolder;
import dev.sluice.store.DataConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/**
 * The file {@code workflow-execution.log}: MISP's lines, for tools that read them. It belongs to the log category {@value
 * #CATEGORY}, whose entries go nowhere else. The handler is made here and not by a setting, because the data folder has
 * to be made first, and because lines are flushed by the batch and not one by one.
 */
@ApplicationScoped
class LogFile {
    static final String CATEGORY = "sluice.workflow";

    private final Logger logger = Logger.getLogger(CATEGORY);
    private final SizeRotatingFileHandler handler;

    @Inject
    LogFile(DataConfig data, LogFileConfig config) throws IOException {
        Path file = PrivateFolder.make(data.dir()).resolve(config.name());
        handler = new SizeRotatingFileHandler(file.toFile(), true, config.size(), config.backups());
        handler.setFormatter(new LineFormat());
        handler.setLevel(java.util.logging.Level.ALL);
        handler.setAutoFlush(false);
        logger.setUseParentHandlers(false);
        logger.setLevel(java.util.logging.Level.ALL);
    }

    /** So that a folder that cannot be written to is found out at the start. */
    void open(@Observes StartupEvent event) {
        logger.addHandler(handler);
    }

    /** Adds a line that bears the time of the entry, not of its writing. */
    void write(Run run, ExecutionLog.Entry entry) {
        LogRecord record = new LogRecord(level(entry.level()), ExecutionLog.line(run, entry));
        record.setLoggerName(CATEGORY);
        record.setInstant(entry.at());
        logger.log(record);
    }

    private static java.util.logging.Level level(ExecutionLog.Level level) {
        return switch (level) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case ERROR -> Level.ERROR;
        };
    }

    void flush() {
        handler.flush();
    }

    @PreDestroy
    void close() {
        logger.removeHandler(handler);
        handler.close();
    }
}
