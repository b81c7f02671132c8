package dev.sluice.payload;

import java.util.List;

public final class HashPath {
    public static HashPath parse(String source) {
        return new HashPath();
    }

    public boolean isEmpty() {
        return true;
    }

    public String source() {
        return "";
    }

    public List<String> problems() {
        return List.of();
    }

    public Object extract(Object data) {
        return data;
    }

    public List<Object> values(Object data) {
        return List.of();
    }

    public Object get(Object data, Object otherwise) {
        return otherwise;
    }
}
