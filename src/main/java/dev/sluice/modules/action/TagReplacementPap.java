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
final class TagReplacementPap implements Action {
    private static final Pattern PAP =
            Pattern.compile("(?<![\\w])pap[:=\\- ]{1,2}\"?(white|clear|green|amber|red)", Pattern.CASE_INSENSITIVE);

    private final Misp misp;
    private final TagReplacement replacement;

    TagReplacementPap(Misp misp) {
        this.misp = misp;
        replacement = new TagReplacement(misp, TagReplacementPap::substitute);
    }

    @Override
    public Spec spec() {
        return TagReplacement.spec(
                "tag_replacement_pap",
                "Tag Replacement - PAP",
                "Attaches the tag PAP:COLOUR for tags that say the same in another way (pap red, PAP--green), and may take those off.");
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
        Matcher pap = PAP.matcher(tag);
        return pap.find() ? Optional.of("PAP:" + pap.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
