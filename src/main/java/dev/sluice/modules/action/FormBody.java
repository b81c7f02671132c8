package dev.sluice.modules.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** Nested data as a form, keys in PHP's manner: {@code Event[Tag][0][name]=tlp%3Ared}. */
final class FormBody {
    private FormBody() {}

    static String of(Map<String, Object> data) {
        StringJoiner form = new StringJoiner("&");
        data.forEach((key, value) -> add(form, key, value));
        return form.toString();
    }

    private static void add(StringJoiner form, String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> add(form, key + "[" + name + "]", item));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(form, key + "[" + i + "]", list.get(i));
            }
        } else if (value != null) {
            form.add(encoded(key) + "=" + encoded(text(value)));
        }
    }

    private static String text(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? "1" : "0";
        }
        // PHP writes a float that is whole as an integer
        return value instanceof Double number && number == number.longValue()
                ? Long.toString(number.longValue())
                : Objects.toString(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
