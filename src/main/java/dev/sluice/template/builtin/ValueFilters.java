package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Generator;
import dev.sluice.template.python.Methods;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.util.List;
import java.util.Map;

/** Filters of any value: what stands for a missing one, attributes, entries, how it looks to a programmer. */
final class ValueFilters {
    static final Functions ALL = new Functions()
            .with("default(default_value='', boolean=False)", (r, value, given) -> {
                boolean missing =
                        value instanceof Undefined || Operators.truth(r, given[1]) && !Operators.truth(r, value);
                return missing ? given[0] : value;
            })
            .alias("d", "default")
            .with("attr(name)", (r, value, given) -> Access.onlyAttribute(value, Print.str(r, given[0])))
            .with("items()", (r, value, given) -> {
                if (value instanceof Undefined) {
                    return new Generator(r, "do_items", Access.iterate(r, value));
                }
                if (!(value instanceof Map<?, ?>)) {
                    throw new ValueException("Can only get item pairs from a mapping.");
                }
                return new Generator(r, "do_items", items(r, value, "items").iterator());
            })
            .with("pprint()", (r, value, given) -> Pretty.print(r, value));

    private ValueFilters() {}

    /** The entries of a map as tuples. */
    static List<Object> items(Rendering rendering, Object value, String who) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (!(value instanceof Map<?, ?>)) {
            throw new ValueException(who + " needs a map: '" + Types.name(value) + "' object has no attribute 'items'");
        }
        return SequenceFilters.all(rendering, Methods.call(rendering, value, "items"));
    }
}
