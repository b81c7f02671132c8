package dev.sluice.template;

/** A node that has a value: null, Boolean, Long, BigInteger, Double, String, Markup, List, Map, Undefined, a callable... */
sealed interface Expression
        permits Calculation,
                CallerMacro,
                Chain,
                Comparison,
                Concatenation,
                Conditional,
                Constant,
                DictDisplay,
                ListDisplay,
                Logic,
                Name,
                Not,
                Signed,
                TupleDisplay {
    /** @throws dev.sluice.template.python.ValueException where Python raises */
    Object value(Frame frame);
}
