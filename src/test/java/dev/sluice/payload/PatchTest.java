package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1}                | {'a':1}                     | []",
                "{'a':1}                | {'a':2}                     | [{'op':'replace','path':'/a','value':2}]",
                "{'a':1}                | {'a':1,'b':null}            | [{'op':'add','path':'/b','value':null}]",
                "{'a':1,'b':2}          | {'b':2}                     | [{'op':'remove','path':'/a'}]",
                "{'a':null}             | {'a':[]}                    | [{'op':'replace','path':'/a','value':[]}]",
                "{'a/b':{'~':1}}        | {'a/b':{'~':2}}             | [{'op':'replace','path':'/a~1b/~0','value':2}]",
                "{'l':[1,2,3]}          | {'l':[1,9,3]}               | [{'op':'replace','path':'/l/1','value':9}]",
                "{'l':[1,2,3]}          | {'l':[1,3]}                 | [{'op':'remove','path':'/l/1'}]",
                "{'l':[1,3]}            | {'l':[1,2,3]}               | [{'op':'add','path':'/l/1','value':2}]",
                "{'l':[]}               | {'l':[1,2]} | [{'op':'add','path':'/l/0','value':1},{'op':'add','path':'/l/1','value':2}]",
                "{'l':[1,2,3]}          | {'l':[]} | [{'op':'remove','path':'/l/2'},{'op':'remove','path':'/l/1'},{'op':'remove','path':'/l/0'}]",
                "{'l':[1,2,3,4]}        | {'l':[1,7,4]} | [{'op':'replace','path':'/l/1','value':7},{'op':'remove','path':'/l/2'}]",
                "{'a':{'b':1}}          | {'a':'x'}                   | [{'op':'replace','path':'/a','value':'x'}]",
            })
    void what_was_changed_is_told_as_a_JSON_patch(String before, String after, String patch) {
        Payload payload = payload(before);
        Snapshot snapshot = Snapshot.of(payload);

        payload.replace(payload(after).data());

        Patch told = snapshot.compare(payload);
        assertThat(Json.write(told.operations())).isEqualTo(patch.replace('\'', '"'));
        assertThat(told.complete()).isTrue();
        assertThat(told.isEmpty()).isEqualTo(patch.equals("[]"));
    }

    @Test
    void a_change_in_a_shared_attribute_is_told_once_and_where_the_attribute_belongs() {
        Map<String, Object> attribute = Fields.of("uuid", "u", "to_ids", true);
        Payload payload = new Payload(
                Fields.of("Event", Fields.of("_AttributeFlattened", list(attribute), "Attribute", list(attribute))));
        Snapshot snapshot = Snapshot.of(payload);

        attribute.put("to_ids", false);

        assertThat(snapshot.compare(payload).operations())
                .containsExactly(Map.of("op", "replace", "path", "/Event/Attribute/0/to_ids", "value", false));
    }

    @Test
    void what_is_told_does_not_change_with_the_data() {
        Payload payload = payload("{}");
        Snapshot snapshot = Snapshot.of(payload);
        Map<String, Object> tag = Fields.of("name", "tlp:red");
        payload.data().put("Tag", list(tag));

        Patch patch = snapshot.compare(payload);
        tag.put("name", "tlp:green");

        assertThat(Json.write(patch.operations())).contains("tlp:red");
    }

    @Test
    void a_large_change_is_told_in_part_and_cannot_be_repeated() {
        Payload payload = payload("{}");
        Snapshot snapshot = Snapshot.of(payload);
        IntStream.range(0, 1_000).forEach(i -> payload.data().put("k" + i, i));

        Patch patch = snapshot.compare(payload);

        assertThat(patch.complete()).isFalse();
        assertThat(patch.operations()).hasSize(200);
        assertThatThrownBy(() -> patch.applyTo(new Fields())).isInstanceOf(PayloadException.class);
    }

    @Test
    void one_huge_value_is_not_kept() {
        Payload payload = payload("{}");
        Snapshot snapshot = Snapshot.of(payload);
        payload.data().put("blob", "x".repeat(100_000));

        assertThat(snapshot.compare(payload)).isEqualTo(Patch.UNKNOWN);
    }

    @Test
    void data_that_is_too_large_is_not_looked_at() {
        Payload payload =
                new Payload(Fields.of("l", IntStream.range(0, 60_000).boxed().toList()));

        assertThat(Snapshot.of(payload).compare(payload)).isEqualTo(Patch.UNKNOWN);
    }

    @Test
    void a_patch_that_belongs_to_other_data_says_where_it_fails() {
        Patch patch = Patch.of(List.of(Map.of("op", "replace", "path", "/Event/Tag/3/name", "value", "x")));

        assertThatThrownBy(() -> patch.applyTo(payload("{'Event':{'Tag':[]}}").data()))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("/Event/Tag/3/name");
    }

    @Test
    void applying_what_was_told_gives_the_data_as_it_was_afterwards() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Payload payload = new Payload(map(random, 3));
            String before = Json.write(payload.data());
            Snapshot snapshot = Snapshot.of(payload);
            payload.replace(changed(random, payload.data()));
            Patch patch = snapshot.compare(payload);
            Map<String, Object> again = payload(before).data();

            patch.applyTo(again);

            assertThat(again)
                    .as("%s by %s", before, Json.write(patch.operations()))
                    .isEqualTo(payload.data());
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> null;
            case 1 -> (long) random.nextInt(3);
            case 2 -> "t" + random.nextInt(3);
            case 3 -> map(random, depth - 1);
            default -> {
                List<Object> list = new java.util.ArrayList<>();
                IntStream.range(0, random.nextInt(4)).forEach(i -> list.add(value(random, depth - 1)));
                yield list;
            }
        };
    }

    private static Map<String, Object> map(Random random, int depth) {
        Fields map = new Fields();
        IntStream.range(0, random.nextInt(5)).forEach(i -> map.put("k" + random.nextInt(6), value(random, depth)));
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Random random, Map<String, Object> data) {
        Map<String, Object> copy = (Map<String, Object>) Json.parse(Json.write(data));
        if (random.nextInt(4) == 0) {
            return map(random, 3);
        }
        for (Map.Entry<String, Object> entry : copy.entrySet()) {
            if (entry.getValue() instanceof List<?> list) {
                List<Object> items = (List<Object>) list;
                if (!items.isEmpty() && random.nextBoolean()) {
                    items.remove(random.nextInt(items.size()));
                }
                if (random.nextBoolean()) {
                    items.add(random.nextInt(items.size() + 1), value(random, 1));
                }
            } else if (random.nextInt(3) == 0) {
                entry.setValue(value(random, 2));
            }
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Payload payload(String json) {
        return new Payload((Map<String, Object>) Json.parse(json.strip().replace('\'', '"')));
    }

    private static List<Object> list(Object... items) {
        return new java.util.ArrayList<>(List.of(items));
    }
}
