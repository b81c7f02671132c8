package dev.sluice.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Echoes;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EchoTest {
    private static final String OURS = "55555555-0000-4000-8000-000000000001";

    private final Echoes echoes = (thing, timestamp) ->
            thing.equals(OURS) && timestamp == 1000 ? 2 : thing.equals("event 7") && timestamp == -1 ? 3 : 0;

    @Test
    void a_change_of_ours_is_known_by_its_uuid_and_time() {
        assertThat(depth("{\"Event\":{\"uuid\":\"" + OURS + "\",\"timestamp\":\"1000\"}}"))
                .isEqualTo(2);
        assertThat(depth("{\"Event\":{\"uuid\":\"" + OURS + "\",\"timestamp\":1001}}"))
                .isZero();
        assertThat(depth("{\"Attribute\":{\"uuid\":\"" + OURS + "\",\"timestamp\":1000}}"))
                .isEqualTo(2);
    }

    @Test
    void a_tag_is_known_by_the_event_it_hangs_on() {
        assertThat(depth("{\"Tag\":{\"name\":\"tlp:red\",\"event_id\":\"7\"}}")).isEqualTo(3);
    }

    @Test
    void a_tag_that_we_moved_lately_is_known_by_its_name_and_event() {
        Echoes tags = new Echoes() {
            @Override
            public int depth(String thing, long timestamp) {
                return 0;
            }

            @Override
            public int lately(String thing) {
                return thing.equals(Echoes.tag("7", "tlp:red")) ? 4 : 0;
            }
        };

        assertThat(Echo.depth(tags, Fields.of("Tag", Fields.of("name", "tlp:red", "event_id", "7"))))
                .isEqualTo(4);
        assertThat(Echo.depth(tags, Fields.of("Tag", Fields.of("name", "tlp:green", "event_id", "7"))))
                .isZero();
    }

    @Test
    void an_attribute_counts_by_itself_and_an_event_by_its_uuid_or_id() {
        Echoes changing = new Echoes() {
            @Override
            public int depth(String thing, long timestamp) {
                return 0;
            }

            @Override
            public int runs(long workflowId, String thing) {
                return thing.equals("event 7") ? 40 : thing.equals(OURS) ? 3 : 0;
            }
        };

        assertThat(Echo.runs(changing, 1, map("{\"Event\":{\"id\":\"7\",\"uuid\":\"" + OURS + "\"}}")))
                .isEqualTo(40);
        assertThat(Echo.runs(changing, 1, map("{\"Event\":{\"id\":\"7\"},\"Attribute\":{\"uuid\":\"" + OURS + "\"}}")))
                .isEqualTo(3);
        assertThat(Echo.runs(changing, 1, map("{\"Event\":[],\"Attribute\":null}")))
                .isZero();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String json) {
        return (Map<String, Object>) Json.parse(json);
    }

    @Test
    void whatever_else_comes_is_no_echo() {
        assertThat(depth("{\"Event\":[],\"Attribute\":null,\"Tag\":{\"event_id\":null,\"timestamp\":\"soon\"}}"))
                .isZero();
        assertThat(depth("{\"Log\":{\"id\":\"7\"}}")).isZero();
    }

    @SuppressWarnings("unchecked")
    private int depth(String payload) {
        return Echo.depth(echoes, (Map<String, Object>) Json.parse(payload));
    }
}
