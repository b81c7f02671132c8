package dev.sluice.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * JSON text to values and back. Objects become {@link Fields}, arrays {@link ArrayList}, whole numbers {@link Long} (or
 * {@link BigInteger} where 64 bits do not hold them), other numbers {@link Double}. Of a key that stands twice in an
 * object the last value counts, in the place of the first, as in PHP.
 */
public final class Json {
    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 128;

    /** How long one string may be, in characters: an attachment of 48 MiB in base64. */
    public static final int MAX_STRING = 64 * 1024 * 1024;

    private static final int TOLD_AT = 4096;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private Json() {}

    /**
     * Parses one JSON value that fills the whole text.
     *
     * @throws PayloadException where the text is not JSON, nests deeper than {@link #MAX_DEPTH}, or goes on after the value
     */
    public static Object parse(byte[] utf8) {
        return parse(utf8, Allowance.ENDLESS);
    }

    /** As {@link #parse(byte[])}, of a text of somebody else, who may not make any number of values. */
    public static Object parse(byte[] utf8, Allowance allowance) {
        Object scanned = JsonScan.read(utf8, allowance);
        return scanned == JsonScan.UNEXPECTED ? parseAnything(utf8, allowance) : scanned;
    }

    /** As {@link #parse(byte[])}, by a parser that knows all of JSON and all that is wrong with what is not. */
    static Object parseAnything(byte[] utf8, Allowance allowance) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return parse(parser, allowance);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** As {@link #parse(byte[])}, of a text already decoded. */
    public static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parse(parser, Allowance.ENDLESS);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The value as compact JSON. */
    public static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The value as compact JSON in UTF-8. */
    public static byte[] writeBytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object parse(JsonParser parser, Allowance allowance) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new PayloadException("The body is empty; JSON was expected.");
        }
        Object value = value(parser, first, allowance);
        if (parser.nextToken() != null) {
            throw new PayloadException("Not JSON: text goes on after the end of the value, at line "
                    + parser.currentTokenLocation().getLineNr() + ".");
        }
        return value;
    }

    /**
     * One loop over the tokens with a stack of its own, which the JVM compiles sooner than a recursive descent.
     */
    private static Object value(JsonParser parser, JsonToken first, Allowance allowance) throws IOException {
        int made = 0;
        Deque<Object> open = new ArrayDeque<>();
        Object here = null;
        String key = null;
        JsonToken token = first;
        while (true) {
            Object value;
            switch (token.id()) {
                case JsonTokenId.ID_FIELD_NAME -> {
                    key = parser.currentName();
                    token = parser.nextToken();
                    continue;
                }
                case JsonTokenId.ID_END_OBJECT, JsonTokenId.ID_END_ARRAY -> {
                    Object closed = here;
                    if (closed instanceof Fields fields) {
                        fields.trimmed();
                    }
                    if (open.isEmpty()) {
                        return closed;
                    }
                    here = open.pop();
                    token = parser.nextToken();
                    continue;
                }
                case JsonTokenId.ID_START_OBJECT -> value = new Fields();
                case JsonTokenId.ID_START_ARRAY -> value = new ArrayList<>(2);
                default -> value = scalar(parser, token);
            }
            if (++made == TOLD_AT) {
                allowance.take(made);
                made = 0;
            }
            if (here instanceof Fields fields) {
                fields.put(key, value);
            } else if (here != null) {
                items(here).add(value);
            }
            if (token.isStructStart()) {
                if (here != null) {
                    open.push(here);
                }
                here = value;
            } else if (here == null) {
                return value;
            }
            token = parser.nextToken();
        }
    }

    @SuppressWarnings("unchecked") // what is open is an object or a list that we made
    private static List<Object> items(Object open) {
        return (List<Object>) open;
    }

    private static Object scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token.id()) {
            case JsonTokenId.ID_STRING -> parser.getText();
            case JsonTokenId.ID_NUMBER_INT -> whole(parser);
            case JsonTokenId.ID_NUMBER_FLOAT -> parser.getDoubleValue();
            case JsonTokenId.ID_TRUE -> Boolean.TRUE;
            case JsonTokenId.ID_FALSE -> Boolean.FALSE;
            case JsonTokenId.ID_NULL -> null;
            default -> throw new PayloadException("Not JSON: unexpected " + token + ".");
        };
    }

    private static Number whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Number) parser.getLongValue();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Fields fields) {
            generator.writeStartObject();
            for (int i = 0; i < fields.size(); i++) {
                generator.writeFieldName(fields.keyAt(i));
                write(generator, fields.valueAt(i));
            }
            generator.writeEndObject();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                generator.writeFieldName(Objects.toString(field.getKey()));
                write(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Long || value instanceof Integer) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigInteger big) {
            generator.writeNumber(big);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else {
            throw new IllegalArgumentException("Not a JSON value: " + value.getClass());
        }
    }

    private static PayloadException malformed(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return new PayloadException("The JSON is beyond the limits: " + firstSentence(e) + " Limits: " + MAX_DEPTH
                    + " levels, " + MAX_STRING + " characters in one string.");
        }
        if (e instanceof JsonProcessingException broken && broken.getLocation() != null) {
            return new PayloadException("Not JSON: " + firstSentence(e) + " (line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ")");
        }
        return new PayloadException("Not JSON: " + firstSentence(e));
    }

    private static String firstSentence(IOException e) {
        String message = e instanceof JsonProcessingException broken ? broken.getOriginalMessage() : e.getMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
