package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;

@BuiltInModule
final class GenericFilterData implements Logic {
    private static final Param<String> LABEL = Param.select(
            "filtering-label",
            "Filtering Label",
            "A",
            Option.of("A", "Label A", "B", "Label B", "C", "Label C", "D", "Label D", "E", "Label E", "F", "Label F"));
    private static final Param<HashPath> SELECTOR = Param.hashPath("selector", "Data selector")
            .placeholder("Event._AttributeFlattened.{n}")
            .required();
    private static final Param<HashPath> HASH_PATH =
            Param.subPath("hash_path", "Hash path").placeholder("Tag.name");

    @Override
    public Spec spec() {
        return Spec.logic("generic-filter-data", "Filter :: Generic")
                .editsData()
                .version("0.2")
                .describedAs("Lets the nodes behind it see only the items that meet a condition, until the filter of"
                        + " this label is removed. The other items stay in the data.")
                .icon("filter")
                .leadsTo("out")
                .asks(LABEL, SELECTOR, Operators.VALUE, Operators.VALUE_LIST, Operators.OPERATOR, HASH_PATH)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        visit.payload()
                .addFilter(
                        visit.get(LABEL),
                        Fields.of(
                                "selector", visit.get(SELECTOR).source(),
                                "path", visit.get(HASH_PATH).source(),
                                "operator", visit.get(Operators.OPERATOR),
                                "value", Operators.wanted(visit)));
        return Way.OUT;
    }
}
