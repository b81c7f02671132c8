package dev.sluice.template;

import dev.sluice.template.builtin.Builtins;
import dev.sluice.template.python.Attributed;
import java.util.HashMap;
import java.util.Map;

/** What names mean outside of all scopes: what the top level has set so far, the data, the globals, in this order. */
final class Variables {
    private final Map<String, ?> data;
    private final Map<String, Object> set;

    Variables(Map<String, ?> data) {
        this(data, new HashMap<>());
    }

    private Variables(Map<String, ?> data, Map<String, Object> set) {
        this.data = data;
        this.set = set;
    }

    /** The value, or {@link Attributed#MISSING}. */
    Object find(String name) {
        Object value = set.get(name);
        if (value != null || set.containsKey(name)) {
            return value;
        }
        value = data.get(name);
        if (value != null || data.containsKey(name)) {
            return value;
        }
        value = Builtins.global(name);
        return value == null ? Attributed.MISSING : value;
    }

    void set(String name, Object value) {
        set.put(name, value);
    }

    /** As they are now, with more: what is set later on the top level is not seen through it. */
    Variables with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(set);
        all.putAll(more);
        return new Variables(data, all);
    }
}
