package dev.sluice.payload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CakePHP's {@code Hash::combine}: two or three extracts of the same data zipped into a map. */
final class Combination {
    private Combination() {}

    static Object of(Object data, HashPath keyPath, HashPath valuePath, HashPath groupPath) {
        if (PhpArray.is(data) && PhpArray.size(data) == 0) {
            return new ArrayList<>(0);
        }
        List<Object> keys = keyPath.values(data);
        if (keys.isEmpty()) {
            return new ArrayList<>(0);
        }
        List<Object> values = valuePath.isEmpty() ? List.of() : valuePath.values(data);
        if (values.isEmpty()) {
            values = Collections.nCopies(keys.size(), null);
        }
        if (keys.size() != values.size()) {
            throw new PayloadException("The path \"" + keyPath.excerpt() + "\" finds " + keys.size() + " keys, but \""
                    + valuePath.excerpt() + "\" finds " + values.size()
                    + " values; a map needs a value for each key.");
        }
        List<Object> groups = groupPath == null ? List.of() : groupPath.values(data);
        return groups.isEmpty() ? zip(keys, values) : zip(keys, values, groups);
    }

    private static Object zip(List<Object> keys, List<Object> values) {
        ArrayBuilder result = new ArrayBuilder();
        for (int i = 0; i < keys.size(); i++) {
            result.put(LooseComparison.phpString(keys.get(i)), values.get(i));
        }
        return result.build();
    }

    private static Object zip(List<Object> keys, List<Object> values, List<Object> groups) {
        Map<String, ArrayBuilder> maps = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Object group = i < groups.size() ? groups.get(i) : null;
            maps.computeIfAbsent(group == null ? "0" : LooseComparison.phpString(group), name -> new ArrayBuilder())
                    .put(LooseComparison.phpString(keys.get(i)), values.get(i));
        }
        ArrayBuilder result = new ArrayBuilder();
        maps.forEach((group, map) -> result.put(group, map.build()));
        return result.build();
    }
}
