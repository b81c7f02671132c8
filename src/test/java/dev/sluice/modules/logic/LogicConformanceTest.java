package dev.sluice.modules.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Effects;
import dev.sluice.module.Logic;
import dev.sluice.module.Occasion;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Settings;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import dev.sluice.payload.PayloadException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogicConformanceTest {
    private static final Map<String, Logic> MODULES = Stream.<Logic>of(
                    new BlueprintLogicModule(),
                    new ConcurrentTask(),
                    new CountIf(),
                    new DistributionIf(),
                    new GenericFilterData(),
                    new GenericFilterReset(),
                    new GenericIf(),
                    new OrganisationIf(),
                    new PublishedIf(),
                    new TagIf(),
                    new ThreatLevelIf())
            .collect(java.util.stream.Collectors.toMap(it -> it.spec().id(), it -> it));

    static Stream<Arguments> cases() {
        Map<String, Object> file = Conformance.file("logic-modules");
        return Conformance.cases("logic-modules").map(it -> Arguments.of(it.get("id"), it, Recorded.input(file, it)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void chooses_as_the_original_did(String id, Map<String, Object> recorded, Map<String, Object> data) {
        Logic module = MODULES.get((String) recorded.get("module"));
        Payload payload = new Payload(data);
        Settings settings =
                Settings.of(module.spec(), Recorded.map(recorded.get("indexed_params")), RealTemplates.jinja());
        Visit visit = new Visit(
                payload,
                settings,
                Filter.of(null),
                new Occasion("", 7, "wf under test", "event-publish", 0),
                Effects.real());

        if (recorded.containsKey("exception")) {
            assertThatThrownBy(() -> module.choose(visit)).isInstanceOf(PayloadException.class);
            return;
        }
        Way way = module.choose(visit);

        if (way instanceof Way.Take take) {
            boolean yes = !take.exit().equals("else");
            assertThat(yes).as("returned").isEqualTo(recorded.get("returned"));
            assertThat(take.errors()).isEqualTo(recorded.get("errors"));
        } else {
            assertThat(recorded.get("module")).isEqualTo("concurrent-task");
        }
        Recorded.assertRoamingOut(recorded, payload.data());
    }
}
