package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;

@BuiltInModule
final class AttributeCommentOperation implements Action {
    private static final Param<String> COMMENT =
            Param.textArea("comment", "Comment").template();

    private final Misp misp;

    AttributeCommentOperation(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("Module_attribute_comment_operation", "Attribute comment operation")
                .version("0.1")
                .describedAs(
                        "Gives attributes a comment, on the platform and in the data. The comment is rendered once, not for each attribute.")
                .icon("edit")
                .coreFormat()
                .filters()
                .asks(COMMENT)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return AttributeEdits.set(misp, visit, "comment", visit.get(COMMENT));
    }
}
