package dev.sluice.outside.modules;

import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings, and visits without a walk. */
final class Settings {
    private Settings() {}

    /** The settings as the program reads them, with what is not a default. */
    static ModulesConfig of(Map<String, String> own) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(ModulesConfig.class)
                .withDefaultValue("sluice.data.dir", "target")
                .withDefaultValues(own)
                .build()
                .getConfigMapping(ModulesConfig.class);
    }

    static Visit visit(WorkflowModule module, Map<String, Object> params, Map<String, Object> data, Effects effects) {
        return new Visit(
                new Payload(data),
                dev.sluice.module.Settings.of(module.spec(), params, WITHOUT_TEMPLATES),
                Filter.of(null),
                new Occasion("", 7, "wf under test", "event-publish", 2),
                effects);
    }

    private static final Templates WITHOUT_TEMPLATES = new Templates() {
        @Override
        public Template parse(String source) {
            return new Text(source);
        }

        @Override
        public Template parseLines(String source) {
            return parse(source);
        }

        @Override
        public String problem(String source) {
            return "";
        }
    };
}
