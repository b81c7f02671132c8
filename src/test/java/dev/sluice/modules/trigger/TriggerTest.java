package dev.sluice.modules.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.RealTemplates;
import dev.sluice.module.Settings;
import dev.sluice.module.Spec;
import dev.sluice.module.Templates;
import dev.sluice.module.Trigger;
import dev.sluice.payload.Fields;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriggerTest {
    static Stream<Trigger> raw() {
        return Stream.of(
                new LogAfterSave(),
                new UserAfterSave(),
                new UserBeforeSave(),
                new NamedTrigger("ticket-saved", "Ticket saved", "ticket", true, false, "Asked before it is saved."));
    }

    @ParameterizedTest
    @MethodSource("raw")
    void a_trigger_without_core_format_gives_what_the_platform_sent(Trigger trigger) {
        Map<String, Object> sent = Fields.of("User", Fields.of("id", "1"), "any", 5L);

        assertThat(trigger.normalize(sent).await().indefinitely()).isSameAs(sent);
        assertThat(trigger.spec().coreFormat()).isFalse();
        assertThat(trigger.accepts(sent, Settings.of(trigger.spec(), Map.of(), TEMPLATES)))
                .isTrue();
    }

    @Test
    void a_declared_trigger_is_what_was_declared() {
        Spec spec = new NamedTrigger("ticket-saved", "Ticket saved", "ticket", true, true, "Asked.").spec();

        assertThat(spec.type()).isEqualTo(Spec.Type.TRIGGER);
        assertThat(spec.id()).isEqualTo("ticket-saved");
        assertThat(spec.name()).isEqualTo("Ticket saved");
        assertThat(spec.description()).isEqualTo("Asked.");
        assertThat(spec.blocking()).isTrue();
        assertThat(spec.coreFormat()).isTrue();
        assertThat(spec.start().orElseThrow().scope()).isEqualTo("ticket");
    }

    @ParameterizedTest(name = "scope {0}, locality {1}, tag {2}: attribute {3}, local {4} is accepted: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // left empty, the fields stand on event and local
                "-,-,-,-,true,true",
                "-,-,-,-,false,false",
                "-,-,-,11,true,false",
                "event,any,'',-,false,true",
                "event,any,'',11,false,false",
                "attribute,any,'',11,false,true",
                "attribute,any,'',-,false,false",
                "any,any,'',11,true,true",
                "any,local,'',11,true,true",
                // tags of attributes do not say whether they are local, and so count as global
                "any,local,'',11,-,false",
                "any,global,'',11,-,true",
                "any,global,'',-,true,false",
                "any,any,tlp:red,-,true,true",
                "any,any,TLP:RED,-,true,false",
                "any,any,tlp,-,true,false",
            })
    void a_tag_is_accepted_by_what_it_is_attached_to_its_locality_and_its_exact_name(
            String scope, String locality, String wanted, String attributeId, Boolean local, boolean accepted) {
        Fields tag = Fields.of("id", "2", "name", "tlp:red", "event_id", "1");
        if (attributeId != null) {
            tag.put("attribute_id", attributeId);
        }
        if (local != null) {
            tag.put("local", local);
        }
        Trigger trigger = new TagAttachedAfterSave(null);
        Settings settings =
                Settings.of(trigger.spec(), Fields.of("scope", scope, "locality", locality, "tag", wanted), TEMPLATES);

        assertThat(trigger.accepts(Fields.of("Tag", tag), settings)).isEqualTo(accepted);
    }

    @Test
    void a_payload_without_a_tag_is_not_accepted() {
        Trigger trigger = new TagAttachedAfterSave(null);

        assertThat(trigger.accepts(Fields.of("Event", new Fields()), Settings.of(trigger.spec(), Map.of(), TEMPLATES)))
                .isFalse();
    }

    private static final Templates TEMPLATES = RealTemplates.jinja();
}
