package dev.sluice.store.tasks;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The data of a task as it is stored: JSON, compressed where that is worth the while, in parts of at most a megabyte. */
record Packed(List<byte[]> parts) {
    private static final int PART = 1_000_000;
    private static final int WORTHWHILE = 1_024;
    private static final int PLAIN = 0;
    private static final int DEFLATED = 1;
    private static final int SHARED = 2;

    /** Data in which no object stands twice, as what was parsed. */
    static Packed of(Map<String, Object> data) {
        return pack(Json.writeBytes(data), 0);
    }

    /** The same as it came, JSON text in UTF-8. */
    static Packed of(byte[] json) {
        return pack(json, 0);
    }

    /** Data of a walk, in which an attribute may be reached by two ways: what was one object stays one. */
    static Packed ofShared(Map<String, Object> data) {
        SharedObjects shared = SharedObjects.of(data);
        return shared.isEmpty() ? of(data) : pack(Json.writeBytes(shared.whole()), SHARED);
    }

    private static Packed pack(byte[] json, int kind) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.max(64, json.length / 4));
        if (json.length < WORTHWHILE) {
            packed.write(PLAIN | kind);
            packed.writeBytes(json);
        } else {
            packed.write(DEFLATED | kind);
            deflate(json, packed);
        }
        byte[] whole = packed.toByteArray();
        List<byte[]> parts = new ArrayList<>(1);
        for (int from = 0; from < whole.length; from += PART) {
            parts.add(
                    whole.length <= PART
                            ? whole
                            : Arrays.copyOfRange(whole, from, Math.min(whole.length, from + PART)));
        }
        return new Packed(parts);
    }

    private static void deflate(byte[] json, ByteArrayOutputStream to) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(to, deflater, 8192)) {
            stream.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    int size() {
        return parts.stream().mapToInt(it -> it.length).sum();
    }

    /** The data, read anew each time. */
    Map<String, Object> data() {
        return read(json());
    }

    /** As {@link #data}, of its text. */
    @SuppressWarnings("unchecked") // only objects are packed
    Map<String, Object> read(byte[] json) {
        Object data = Json.parse(json);
        if (data instanceof List<?>) {
            return new Fields(); // PHP's empty object
        }
        return (parts.get(0)[0] & SHARED) == 0
                ? (Map<String, Object>) data
                : SharedObjects.join((Map<String, Object>) data);
    }

    /** Its text. */
    byte[] json() {
        InputStream all = new SequenceInputStream(Collections.enumeration(
                parts.stream().map(ByteArrayInputStream::new).toList()));
        Inflater inflater = new Inflater(true);
        try (all) {
            return (all.read() & DEFLATED) == 0
                    ? all.readAllBytes()
                    : new InflaterInputStream(all, inflater, 8192).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
    }
}
