package dev.sluice.outside;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as browsers have it (WHATWG URL standard): what is encoded already, or nearly so, stays as it is. */
final class PercentCode {
    static final String IN_PATH = " \"<>^`{}";
    static final String IN_QUERY = " \"<>'";

    private PercentCode() {}

    /** Encodes as UTF-8 what is not ASCII, a control character, or one of {@code also}. */
    static String encode(String text, String also) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each <= 0x1F || each == 0x7F || also.indexOf(each) >= 0) {
                encoded.append(String.format("%%%02X", each));
            } else {
                encoded.append((char) each);
            }
        }
        return encoded.toString();
    }

    /** The bytes behind a text; a percent sign that begins no code stands for itself. */
    static byte[] decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high * 16 + low);
                i += 2;
            }
        }
        return decoded.toByteArray();
    }
}
