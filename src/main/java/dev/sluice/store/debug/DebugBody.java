package dev.sluice.store.debug;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Puts the JSON of a request together from pieces that are JSON already, in the order of the original. */
final class DebugBody {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final ByteArrayOutputStream json = new ByteArrayOutputStream(1024);

    DebugBody(Map<String, Object> source, Clock clock) {
        String now = TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
        byte[] start = Json.writeBytes(Fields.of("source", source, "timestamp", now));
        json.write(start, 0, start.length - 1);
    }

    void data(byte[] data) {
        add(json, ",\"data\":");
        json.writeBytes(data);
    }

    void errors(List<String> errors) {
        add(json, ",\"errors\":");
        json.writeBytes(Json.writeBytes(errors));
    }

    byte[] bytes() {
        json.write('}');
        return json.toByteArray();
    }

    static byte[] pair(String first, byte[] one, String second, byte[] other) {
        ByteArrayOutputStream pair = new ByteArrayOutputStream(one.length + other.length + 64);
        add(pair, "{\"" + first + "\":");
        pair.writeBytes(one);
        add(pair, ",\"" + second + "\":");
        pair.writeBytes(other);
        pair.write('}');
        return pair.toByteArray();
    }

    private static void add(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
