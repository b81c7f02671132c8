package dev.sluice.store.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** MISP's lines: {@code [2026-03-01 12:00:00] message}, in the time zone of the machine. One second is written once. */
final class LineFormat extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private record Second(long epoch, String text) {}

    private Second last = new Second(Long.MIN_VALUE, "");

    @Override
    public String format(LogRecord record) {
        long epoch = record.getInstant().getEpochSecond();
        Second second = last;
        if (second.epoch() != epoch) {
            second = new Second(epoch, TIME.format(Instant.ofEpochSecond(epoch).atZone(ZoneId.systemDefault())));
            last = second;
        }
        return "[" + second.text() + "] " + record.getMessage() + System.lineSeparator();
    }
}
