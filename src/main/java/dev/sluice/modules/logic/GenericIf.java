package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Condition;
import dev.sluice.payload.HashPath;
import java.util.List;

@BuiltInModule
final class GenericIf implements Logic {
    private static final Param<HashPath> HASH_PATH = Param.hashPath("hash_path", "Hash path")
            .placeholder("Attribute.{n}.Tag")
            .required();

    @Override
    public Spec spec() {
        return Spec.logic("generic-if", "IF :: Generic")
                .version("0.2")
                .describedAs("Compares what a path finds in the data with a value, once for all of it."
                        + " `then` if the condition holds, `else` if not.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .look("if")
                .asks(Operators.VALUE, Operators.VALUE_LIST, Operators.OPERATOR, HASH_PATH)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        HashPath path = visit.get(HASH_PATH);
        String operator = visit.get(Operators.OPERATOR);
        // Equality asks for one value, by a plain path; with wildcards there is none, and both operators say no.
        boolean ofOne = operator.equals("equals") || operator.equals("not_equals");
        Object found = ofOne ? path.get(visit.data(), List.of()) : path.extract(visit.data());
        if (operator.equals("any_value")) {
            return Way.when(!path.values(visit.data()).isEmpty());
        }
        return Way.when(Condition.of(operator, Operators.wanted(visit)).test(found));
    }
}
