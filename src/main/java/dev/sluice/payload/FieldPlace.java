package dev.sluice.payload;

import java.util.Map;

/** One field of many objects: where it is in those of the two shapes met last, as a thousand attributes have few. */
final class FieldPlace {
    private final String name;
    private Shape last;
    private Shape lastButOne;
    private int place;
    private int placeButOne;

    FieldPlace(String name) {
        this.name = name;
    }

    /** The number of the field, or -1. */
    int in(Fields fields) {
        Shape shape = fields.shape();
        if (shape == null) {
            return fields.placeOf(name);
        }
        if (shape == last) {
            return place;
        }
        if (shape == lastButOne) {
            return placeButOne;
        }
        lastButOne = last;
        placeButOne = place;
        last = shape;
        place = fields.placeOf(name);
        return place;
    }

    Object get(Map<String, Object> object) {
        if (object instanceof Fields fields) {
            int at = in(fields);
            return at < 0 ? null : fields.valueAt(at);
        }
        return object.get(name);
    }

    Object remove(Map<String, Object> object) {
        return object instanceof Fields fields && in(fields) < 0 ? null : object.remove(name);
    }

    void put(Map<String, Object> object, Object value) {
        if (object instanceof Fields fields && in(fields) < 0) {
            fields.append(name, value);
        } else {
            object.put(name, value);
        }
    }
}
