package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;

@BuiltInModule
final class GenericFilterReset implements Logic {
    private static final Param<String> LABEL = Param.select(
            "filtering-label",
            "Filtering Label to remove",
            "all",
            Option.of(
                    "all", "All filters",
                    "A", "Label A",
                    "B", "Label B",
                    "C", "Label C",
                    "D", "Label D",
                    "E", "Label E",
                    "F", "Label F"));

    @Override
    public Spec spec() {
        return Spec.logic("generic-filter-reset", "Filter :: Remove filter")
                .editsData()
                .describedAs("Removes the filter of a label, or all filters. Everything else stays as it is.")
                .icon("redo-alt")
                .leadsTo("out")
                .asks(LABEL)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        visit.payload().resetFilter(visit.get(LABEL));
        return Way.OUT;
    }
}
