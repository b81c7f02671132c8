package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HashPathTest {
    @Test
    void a_path_of_allowed_length_and_steps_is_worked_with() {
        assertThat(HashPath.parse("a".repeat(1_024)).extract(Fields.of("b", 1L)))
                .isEqualTo(List.of());
        assertThat(HashPath.parse("a" + ".a".repeat(63)).extract(Fields.of("b", 1L)))
                .isEqualTo(List.of());
    }

    @Test
    void a_longer_path_is_refused_in_every_use_and_told_by_the_check() {
        HashPath path = HashPath.parse("a".repeat(1_025));
        Fields data = Fields.of("b", 1L);

        assertThat(path.problems()).singleElement().asString().contains("1025 characters; at most 1024");
        assertThatThrownBy(() -> path.extract(data))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("1025");
        assertThatThrownBy(() -> path.get(data, null)).isInstanceOf(PayloadException.class);
        assertThatThrownBy(() -> path.insert(data, 1L)).isInstanceOf(PayloadException.class);
        assertThatThrownBy(() -> path.remove(data)).isInstanceOf(PayloadException.class);
        assertThatThrownBy(() -> path.anyMatch(data, it -> true)).isInstanceOf(PayloadException.class);
    }

    @Test
    void more_than_64_steps_are_refused() {
        HashPath path = HashPath.parse("a" + ".{n}".repeat(64));

        assertThat(path.problems()).singleElement().asString().contains("65 steps; at most 64");
        assertThatThrownBy(() -> path.extract(new Fields())).isInstanceOf(PayloadException.class);
    }

    @Test
    void more_than_a_million_values_are_refused() {
        List<Object> thousand = Collections.nCopies(1_000, "x");
        Object data = new ArrayList<>(Collections.nCopies(1_001, thousand));

        assertThat(HashPath.parse("{n}.{n}").values(((List<?>) data).subList(0, 1_000)))
                .hasSize(1_000_000);
        assertThatThrownBy(() -> HashPath.parse("{n}.{n}").extract(data))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("finds more than 1000000 values");
    }

    @Test
    void more_than_twenty_million_values_looked_at_are_refused() {
        Object data = List.of();
        for (int i = 0; i < 8; i++) {
            data = Collections.nCopies(10, data);
        }
        Object deep = data;

        assertThatThrownBy(
                        () -> HashPath.parse("{n}" + ".{n}".repeat(7) + ".name").extract(deep))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("looks at more than 20000000 values");
    }

    @Test
    void lists_of_100_000_items_are_walked() {
        List<Object> attributes = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            attributes.add(Fields.of("id", (long) i, "Tag", List.of(Fields.of("name", i % 2 == 0 ? "even" : "odd"))));
        }
        Fields event = Fields.of("Event", Fields.of("_AttributeFlattened", attributes));

        assertThat(HashPath.parse("Event._AttributeFlattened.{n}.Tag.{n}.name").values(event))
                .hasSize(100_000);
        assertThat(HashPath.parse("Event._AttributeFlattened.{n}[id>=99998].id").values(event))
                .containsExactly(99_998L, 99_999L);
        Filter odd = Filter.of(Fields.of(
                "selector", "Event._AttributeFlattened.{n}", "path", "Tag.{n}.name", "operator", "in", "value", "odd"));
        assertThat((Map<?, ?>) odd.select(event)).hasSize(50_000);
    }

    @Test
    void streaming_stops_at_the_first_hit() {
        List<Object> tags = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> tags.add(Fields.of("name", "tag" + i)));
        List<Object> seen = new ArrayList<>();

        boolean found = HashPath.parse("{n}.name").anyMatch(tags, name -> {
            seen.add(name);
            return name.equals("tag2");
        });

        assertThat(found).isTrue();
        assertThat(seen).containsExactly("tag0", "tag1", "tag2");
    }

    @Test
    void streaming_a_simple_path_meets_the_values_there() {
        Fields data = Fields.of("map", Fields.of("a", 1L, "b", 2L), "one", "x");

        assertThat(HashPath.parse("map").anyMatch(data, it -> it.equals(2L))).isTrue();
        assertThat(HashPath.parse("one").anyMatch(data, it -> it.equals("x"))).isTrue();
        assertThat(HashPath.parse("none").anyMatch(data, it -> true)).isFalse();
    }

    @Test
    void insert_changes_nothing_it_was_given_and_shares_what_stays() {
        Fields tag = Fields.of("name", "tlp:red");
        Fields event = Fields.of("info", "x", "Tag", List.of(tag), "Org", Fields.of("id", "1"));
        Fields data = Fields.of("Event", event, "other", Fields.of("a", 1L));
        String before = Json.write(data);

        Fields simple = (Fields) HashPath.parse("Event.info").insert(data, "y");
        Fields wild = (Fields) HashPath.parse("Event.Tag.{n}.local").insert(data, true);

        assertThat(Json.write(data)).isEqualTo(before);
        assertThat(HashPath.parse("Event.info").get(simple, null)).isEqualTo("y");
        assertThat(simple.get("other")).isSameAs(data.get("other"));
        assertThat(HashPath.parse("Event.Tag.0").get(simple, null)).isSameAs(tag);
        assertThat(HashPath.parse("Event.Tag.0.local").get(wild, null)).isEqualTo(true);
        assertThat(HashPath.parse("Event.Org").get(wild, null)).isSameAs(event.get("Org"));
        assertThat(HashPath.parse("Event.None.{n}.x").insert(data, 1L)).isSameAs(data);
    }

    @Test
    void remove_changes_nothing_it_was_given_and_shares_what_stays() {
        Fields data = Fields.of("Event", Fields.of("info", "x", "Tag", List.of("a", "b")), "other", new Fields());
        String before = Json.write(data);

        Fields changed = (Fields) HashPath.parse("Event.Tag.0").remove(data);

        assertThat(Json.write(data)).isEqualTo(before);
        assertThat(HashPath.parse("Event.Tag").get(changed, null)).isEqualTo(Fields.of("1", "b"));
        assertThat(changed.get("other")).isSameAs(data.get("other"));
    }

    @Test
    void inserting_below_a_scalar_that_a_wildcard_found_is_an_error() {
        assertThatThrownBy(() -> HashPath.parse("{n}.id").insert(List.of("text"), 1L))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("\"{n}.id\" leads into text");
    }

    @Test
    void keys_that_are_whole_numbers_of_64_bits_are_numbers() {
        Fields data = Fields.of("9223372036854775807", 1L, "9223372036854775808", 2L, "-0", 3L, "+1", 4L, "007", 5L);

        assertThat(HashPath.parse("{s}").values(data)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(HashPath.parse("{n}").values(data)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(HashPath.parse("7[]").values(Fields.of("007", List.of()))).containsExactly(List.of());
    }

    @Test
    void a_sound_path_has_no_problems() {
        assertThat(HashPath.parse("Event._AttributeFlattened.{n}[type=/^ip-(src|dst)$/i][to_ids=1].value")
                        .problems())
                .isEmpty();
        assertThat(HashPath.parse("Event.Tag.0.name").problems()).isEmpty();
    }

    @Test
    void problems_name_what_the_original_passes_over_in_silence() {
        assertThat(HashPath.parse("Event.Tag.{n}[name=x.id").problems())
                .anySatisfy(it -> assertThat(it).contains("never closed"));
        assertThat(HashPath.parse("A.{n}[comment=].id").problems())
                .singleElement()
                .asString()
                .contains("[comment=]", "is ignored");
        assertThat(HashPath.parse("A.{n}[t=/(open/].id").problems())
                .singleElement()
                .asString()
                .contains("/(open/", "matches nothing", "never closed");
        assertThat(HashPath.parse("A.{n}[t=/(?=x)y/].id").problems())
                .singleElement()
                .asString()
                .contains("lookahead and lookbehind are not supported");
    }

    @Test
    void a_list_of_keys_serves_get_only() {
        HashPath path = HashPath.of(List.of("a", 1L));

        assertThat(path.get(Fields.of("a", List.of("x", "y")), null)).isEqualTo("y");
        assertThat(path.problems()).isNotEmpty();
        assertThatThrownBy(() -> path.extract(new Fields())).isInstanceOf(PayloadException.class);
    }
}
