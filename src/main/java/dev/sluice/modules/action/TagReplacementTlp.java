package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@BuiltInModule
final class TagReplacementTlp implements Action {
    private static final Pattern TLP = Pattern.compile(
            "(?<![\\w])tlp[:=\\- ]{1,2}\"?(white|clear|green|amber\\+strict|amber|red)", Pattern.CASE_INSENSITIVE);

    private final Misp misp;
    private final TagReplacement replacement;

    TagReplacementTlp(Misp misp) {
        this.misp = misp;
        replacement = new TagReplacement(misp, TagReplacementTlp::substitute);
    }

    @Override
    public Spec spec() {
        return TagReplacement.spec(
                "tag_replacement_tlp",
                "Tag Replacement - TLP",
                "Attaches the tag tlp:colour for tags that say the same in another way (TLP-AMBER, tlp=\"red\"), and may take those off.");
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return replacement.act(visit);
    }

    private static Optional<String> substitute(String tag) {
        Matcher tlp = TLP.matcher(tag);
        return tlp.find() ? Optional.of("tlp:" + tlp.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
