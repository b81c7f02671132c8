package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

@BuiltInModule
final class TagReplacementGeneric implements Action {
    private final Misp misp;
    private final TagReplacement replacement;

    TagReplacementGeneric(Misp misp) {
        this.misp = misp;
        replacement = new TagReplacement(misp, TagReplacementGeneric::substitute);
    }

    @Override
    public Spec spec() {
        return TagReplacement.spec(
                "tag_replacement_generic",
                "Tag Replacement Generic",
                "The ground of the modules that replace tags; replaces none itself.");
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
        return Optional.empty();
    }
}
