package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader gives what the parser gives, or gives up. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonScanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "-0",
                "12",
                " {\"a\" : 1 ,\n\t\"b\":[ true , false,null ]}\r\n",
                "{\"a\":{\"a\":{\"a\":[[],{},[{}]]}}}",
                "\"\"",
                "\"x\"",
                "\"a text that is longer than eight bytes\"",
                "\"http:\\/\\/a.example\\/\\\"q\\\"\\\\ \\b\\f\\n\\r\\t\"",
                "\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"",
                "\"ünïcödé 😀\"",
                "[999999999999999999,-999999999999999999]",
                "[0.5,-1.25e3,1E-7,0e0,1.0]",
                "{\"\\u0069d\":\"7\",\"ünï\":1}",
                "{\"a\":1,\"b\":2,\"a\":3}",
            })
    void ordinary_json_is_read_as_the_parser_reads_it(String json) {
        byte[] text = bytes(json);

        assertThat(scan(text)).isNotSameAs(JsonScan.UNEXPECTED).isEqualTo(anything(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1,}", "[1,]", "[1 2]", "{a:1}", "{'a':1}", "tru",
                        "trux",
                "01", "-", "1.", "1.e1", "1e", "+1", ".5", "\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "\"\\\"", "1 1",
                "{\"a\":1}}", "NaN", "{\"a\" 1}", "{\"a\":1 \"b\":2}"
            })
    void what_is_not_json_is_left_to_the_parser(String text) {
        assertThat(scan(bytes(text))).isSameAs(JsonScan.UNEXPECTED);
        assertThatThrownBy(() -> Json.parse(bytes(text))).isInstanceOf(PayloadException.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"a\\\"b\":1}', '{\"a\"b\":1}'",
                "'{\"a\\\\b\":1}', '{\"a\\b\":1}'",
                "'{\"a\\nb\":1}', '{\"a\nb\":1}'"
            })
    void a_name_that_needed_an_escape_is_not_found_where_it_stands_without(String first, String second) {
        Json.parse(bytes(first));

        assertThat(Json.write(Json.parse(bytes(first)))).isEqualTo(first);
        assertThat(agreed(second)).isNotEqualTo(first);
    }

    private static String agreed(String json) {
        Object scanned = scan(bytes(json));
        return scanned == JsonScan.UNEXPECTED ? "" : Json.write(scanned);
    }

    @Test
    void bytes_that_are_not_utf_8_are_left_to_the_parser() {
        byte[] text = {'"', (byte) 0xC3, '(', '"'};

        assertThat(scan(text)).isSameAs(JsonScan.UNEXPECTED);
    }

    @Test
    void rare_numbers_and_half_surrogates_are_left_to_the_parser_which_knows_them() {
        assertThat(scan(bytes("12345678901234567890"))).isSameAs(JsonScan.UNEXPECTED);
        assertThat(scan(bytes("\"\\ud83d\""))).isSameAs(JsonScan.UNEXPECTED);
        assertThat(Json.parse(bytes("[12345678901234567890]")).toString()).isEqualTo("[12345678901234567890]");
    }

    @Test
    void depth_is_limited_as_in_the_parser() {
        assertThat(scan(bytes("[".repeat(128) + "]".repeat(128)))).isInstanceOf(List.class);
        assertThat(scan(bytes("[".repeat(129) + "]".repeat(129)))).isSameAs(JsonScan.UNEXPECTED);
    }

    @Test
    void objects_of_more_fields_than_a_shape_holds_keep_their_order() {
        StringBuilder json = new StringBuilder("{\"f0\":{\"x\":0}");
        for (int i = 1; i < 1_000; i++) {
            json.append(",\"f").append(i).append("\":{\"x\":").append(i).append('}');
        }
        byte[] text = bytes(json.append('}').toString());

        assertThat(Json.write(scan(text))).isEqualTo(new String(text, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":\"x\",\"b\":1,\"c\":2},{\"a\":\"x\",\"b\":1,\"c\":3}]",
                "[{\"a\":\"x\",\"b\":1,\"c\":2},{\"a\":\"x\",\"b\":12,\"c\":2}]",
                "[{\"a\":\"x\",\"b\":1,\"c\":2},{\"a\":\"xx\",\"b\":1,\"c\":2},{\"a\":\"x\",\"b\":1,\"c\":2}]",
                "[{\"a\":\"x\",\"b\":1,\"c\":2},{\"a\":\"x\",\"b\":1}]",
                "[{\"a\":\"x\",\"b\":1},{\"a\":\"x\",\"b\":1,\"c\":2,\"d\":3},{\"a\":\"x\",\"b\":1,\"c\":2,\"d\":4}]",
                "[{\"a\":\"x\",\"b\":1,\"c\":2},{\"a\":\"x\",\"c\":1,\"b\":2},{\"a\":\"x\",\"c\":1,\"b\":2}]",
                "[{\"a\":\"x\",\"b\":1,\"c\":2},{\"a\":\"x\",\"b\":1,\"a\":2},{\"a\":\"x\",\"b\":1,\"c\":2}]",
                "[{\"a\":\"q\\\"r\",\"b\":null,\"c\":2},{\"a\":\"q\\\"r\",\"b\":null,\"c\":3},{\"a\":\"q\\\"s\",\"b\":null}]",
                "[{\"a\":[1],\"b\":{\"a\":[1],\"b\":2}},{\"a\":[1],\"b\":{\"a\":[1],\"b\":2}}]",
                "[ {\"a\" : 1 ,\n \"b\" : 2 , \"c\" : 3 } ,\n {\"a\" : 1 ,\n \"b\" : 2 , \"c\" : 4 } ]",
            })
    void an_object_that_begins_like_the_one_before_is_read_as_it_stands(String json) {
        byte[] text = bytes(json + " ".repeat(40));

        assertThat(Json.write(scan(text))).isEqualTo(Json.write(anything(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,\"c\":}]",
                "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,\"c",
                "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,\"",
                "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,}]",
                "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,\"c\":3]",
                "{\"a\":1,\"b\":\u0000b\":2}",
            })
    void what_begins_like_the_object_before_and_breaks_off_is_left_to_the_parser(String text) {
        assertThat(scan(bytes(text + " ".repeat(40)))).isSameAs(JsonScan.UNEXPECTED);
        assertThat(scan(bytes(text))).isSameAs(JsonScan.UNEXPECTED);
    }

    @Test
    void lists_and_objects_that_stand_again_are_objects_of_their_own() {
        String item = "{\"x\":\"1\",\"tags\":[{\"n\":\"a\",\"m\":1}],\"of\":{\"n\":1,\"m\":2},\"z\":1}";
        List<?> both = (List<?>) scan(bytes("[" + item + "," + item + "]"));

        Fields first = (Fields) both.get(0);
        ((Fields) ((List<?>) first.get("tags")).get(0)).put("n", "changed");
        ((Fields) first.get("of")).put("n", 7L);
        first.put("x", "changed");

        assertThat(Json.write(both.get(1))).isEqualTo(item);
    }

    /** What follows from a seed: values as they may come, then a byte or two changed. Never an error, never another value. */
    @RepeatedTest(200)
    void whatever_the_text_it_agrees_with_the_parser_or_gives_up(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        byte[] text = bytes(someValue(random, 0));
        assertThat(Json.write(scan(text))).isEqualTo(Json.write(anything(text)));

        for (int i = 0; i < 50; i++) {
            byte[] damaged = text.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Object scanned = scan(damaged);
            if (scanned != JsonScan.UNEXPECTED) {
                assertThat(Json.write(scanned)).isEqualTo(Json.write(anything(damaged)));
            }
        }
    }

    /** Items that are like the one before but for a field or two, as attributes are; then a byte changed. */
    @RepeatedTest(200)
    void items_that_are_much_alike_are_read_as_the_parser_reads_them(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        int count = 1 + random.nextInt(30);
        String[] fields = new String[count];
        StringBuilder json = new StringBuilder("[");
        for (int item = 0; item < 12; item++) {
            int fewer = item > 0 && random.nextInt(4) == 0 ? random.nextInt(count) : 0;
            json.append(item == 0 ? "{" : ",{");
            for (int i = 0; i < count - fewer; i++) {
                if (item == 0 || random.nextInt(8) == 0) {
                    String name = random.nextInt(12) == 0 ? "a_name_of_more_bytes_than_are_compared_at_once" : "n";
                    fields[i] = "\"" + name + random.nextInt(40) + "\":" + someValue(random, 3);
                }
                json.append(i == 0 ? "" : ",").append(fields[i]);
            }
            json.append('}');
        }
        byte[] text = bytes(json.append(']').toString());
        assertThat(Json.write(scan(text))).isEqualTo(Json.write(anything(text)));

        for (int i = 0; i < 100; i++) {
            byte[] damaged = text.clone();
            damaged[random.nextInt(damaged.length)] =
                    (byte) (random.nextBoolean() ? "\"\\,:{}[]0 \0".charAt(random.nextInt(11)) : random.nextInt(256));
            Object scanned = scan(damaged);
            if (scanned != JsonScan.UNEXPECTED) {
                assertThat(Json.write(scanned)).isEqualTo(Json.write(anything(damaged)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void objects_of_one_shape_are_changed_each_for_itself(String json) {
        Fields both = (Fields) Json.parse(bytes(json));
        Fields first = (Fields) both.get("a");
        Fields second = (Fields) both.get("b");

        first.remove("y");
        first.put("z", 3L);
        Fields copy = Fields.copyOf(second);
        copy.remove("x");
        copy.put("x", 9L);

        assertThat(Json.write(first)).isEqualTo("{\"x\":1,\"z\":3}");
        assertThat(Json.write(second)).isEqualTo("{\"x\":1,\"y\":2}");
        assertThat(Json.write(copy)).isEqualTo("{\"y\":2,\"x\":9}");
    }

    static Stream<String> events() {
        return Stream.of("{\"a\":{\"x\":1,\"y\":2},\"b\":{\"x\":1,\"y\":2}}");
    }

    private static String someValue(Random random, int depth) {
        int kind = random.nextInt(depth > 4 ? 5 : 8);
        return switch (kind) {
            case 0 -> random.nextBoolean() ? "true" : "null";
            case 1 -> Long.toString(random.nextLong() >> (8 + random.nextInt(56)));
            case 2 -> Double.toString(random.nextGaussian());
            case 3, 4 -> someText(random);
            case 5 -> list(random, depth);
            default -> object(random, depth);
        };
    }

    private static String someText(Random random) {
        String[] parts = {
            "a", "tlp:red", "0", "\\\"", "\\/", "\\u00e9", "é", "😀", "\\ud83d\\ude00", " ", "192.0.2.1", "\\n"
        };
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.append('"').toString();
    }

    private static String list(Random random, int depth) {
        StringBuilder items = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            items.append(someValue(random, depth + 1)).append(i == 1 ? "" : " , ");
        }
        return items.append(']').toString();
    }

    private static String object(Random random, int depth) {
        StringBuilder fields = new StringBuilder("{");
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = random.nextInt(10) == 0 ? someText(random) : "\"k" + random.nextInt(8) + '"';
            fields.append(name).append(':').append(someValue(random, depth + 1)).append(i == 1 ? "" : ",");
        }
        return fields.append('}').toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Object scan(byte[] text) {
        return JsonScan.read(text, Allowance.ENDLESS);
    }

    private static Object anything(byte[] text) {
        return Json.parseAnything(text, Allowance.ENDLESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "{}", "[]", "{\"a\":1}", "1.5", "12345678901234567890"})
    void whoever_gives_room_is_told_of_every_few_thousand_values(String item) {
        byte[] text = bytes("[" + (item + ",").repeat(99_999) + item + "]");
        AtomicInteger told = new AtomicInteger();

        Json.parse(text, told::addAndGet);

        // of the parser that gave up in the middle, too
        assertThat(told.get()).isBetween(95_000, 500_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "{}", "[]", "{\"a\":1}", "1.5", "12345678901234567890"})
    void reading_ends_where_there_is_no_room(String item) {
        byte[] text = bytes("[" + (item + ",").repeat(99_999) + item + "]");

        assertThatThrownBy(() -> Json.parse(text, values -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }
}
