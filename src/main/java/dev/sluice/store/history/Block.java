package dev.sluice.store.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What runs that are written together hold beside their rows. Their texts are alike, so together they compress to a
 * fraction of what each of them would.
 */
final class Block implements AutoCloseable {
    /** So that looking at one run never takes more than reading that much. */
    private static final int LARGEST = 1024 * 1024;

    private static final int NONE = -1;

    /** What lies in a block of one run: JSON text of its details, and its input or null. */
    record Part(byte[] details, byte[] input) {}

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(4096);
    private final DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(compressed, deflater, 8192));
    private int parts;
    private int size;

    /** Adds what is of one run, and answers its place. */
    int add(Part part) {
        try {
            out.writeInt(part.details().length);
            out.write(part.details());
            out.writeInt(part.input() == null ? NONE : part.input().length);
            if (part.input() != null) {
                out.write(part.input());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size += part.details().length + (part.input() == null ? 0 : part.input().length);
        return parts++;
    }

    boolean isFull() {
        return size >= LARGEST;
    }

    /** All of it, compressed; nothing can be added after that. */
    byte[] content() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** The part at that place of a block. */
    static Part read(byte[] content, int place) {
        Inflater inflater = new Inflater(true);
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(content), inflater, 8192))) {
            for (int i = 0; i < place; i++) {
                in.skipNBytes(in.readInt());
                in.skipNBytes(Math.max(0, in.readInt()));
            }
            byte[] details = in.readNBytes(in.readInt());
            int input = in.readInt();
            return new Part(details, input == NONE ? null : in.readNBytes(input));
        } catch (IOException e) {
            throw new UncheckedIOException("A block of the history cannot be read", e);
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
