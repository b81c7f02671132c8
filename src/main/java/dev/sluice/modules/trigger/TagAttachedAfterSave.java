package dev.sluice.modules.trigger;

import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Settings;
import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class TagAttachedAfterSave implements Trigger {
    private static final Param<String> SCOPE = Param.select(
            "scope", "Scope", "event", Option.of("event", "Event", "attribute", "Attributes", "any", "Any"));
    private static final Param<String> LOCALITY = Param.select(
            "locality", "Tag Locality", "local", Option.of("local", "Local", "global", "Global", "any", "Any"));
    private static final Param<String> TAG = Param.text("tag", "Tags").placeholder("tlp:red");

    private final Sent sent;

    TagAttachedAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("tag-attached-after-save", "Tag Attached After Save", "tag")
                .describedAs("Fires when a tag has been attached to an event or an attribute.")
                .icon("tags")
                .coreFormat()
                .overhead(Spec.Overhead.HIGH, "Fires once for every tag that is attached.")
                .asks(SCOPE, LOCALITY, TAG)
                .build();
    }

    @Override
    public boolean accepts(Map<String, Object> raw, Settings settings) {
        if (!(raw.get("Tag") instanceof Map<?, ?> tag)) {
            return false;
        }
        boolean ofAttribute = LooseComparison.truthy(tag.get("attribute_id"));
        boolean local = LooseComparison.truthy(tag.get("local"));
        String wanted = settings.get(TAG, raw);
        return fits(settings.get(SCOPE, raw), "attribute", "event", ofAttribute)
                && fits(settings.get(LOCALITY, raw), "local", "global", local)
                && (wanted.isEmpty() || wanted.equals(tag.get("name")));
    }

    private static boolean fits(String setting, String yes, String no, boolean is) {
        return !setting.equals(is ? no : yes);
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.tag(raw);
    }
}
