package dev.sluice.modules.action;

import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What of the data Splunk gets, event by event. */
final class SplunkEvents {
    /** As much as every version of Splunk takes in one request. */
    private static final int BATCH_BYTES = 512 * 1024;

    private final Iterator<?> sources;
    private final Map<String, HashPath> model;
    private final String sourceType;

    private SplunkEvents(Iterator<?> sources, Map<String, HashPath> model, String sourceType) {
        this.sources = sources;
        this.model = model;
        this.sourceType = sourceType;
    }

    /**
     * The events that the data makes.
     *
     * @param model JSON {@code {field: path}}, or "" for everything
     * @throws PayloadException with a sentence where the model cannot be read
     */
    static SplunkEvents of(Map<String, Object> data, boolean perAttribute, String model, String sourceType) {
        List<?> sources = perAttribute ? perAttribute(data) : List.of(data);
        return new SplunkEvents(sources.iterator(), paths(model), sourceType);
    }

    /** Bodies of requests: events one behind the other, at least one in each. */
    Iterator<byte[]> inBatches() {
        return new Iterator<>() {
            private byte[] waiting;

            @Override
            public boolean hasNext() {
                return waiting != null || sources.hasNext();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ByteArrayOutputStream batch = new ByteArrayOutputStream();
                while (hasNext()) {
                    byte[] event = waiting != null ? waiting : event(sources.next());
                    waiting = null;
                    if (batch.size() > 0 && batch.size() + event.length > BATCH_BYTES) {
                        waiting = event;
                        break;
                    }
                    batch.writeBytes(event);
                }
                return batch.toByteArray();
            }
        };
    }

    private byte[] event(Object source) {
        Fields event = Fields.of("event", model.isEmpty() ? source : mapped(source));
        if (!sourceType.isEmpty()) {
            event.put("sourcetype", sourceType);
        }
        return Json.writeBytes(event);
    }

    private Fields mapped(Object source) {
        Fields mapped = new Fields();
        model.forEach((field, path) -> {
            Object found = path.extract(source);
            mapped.put(field, found instanceof List<?> list && list.size() == 1 ? list.get(0) : found);
        });
        return mapped;
    }

    private static List<?> perAttribute(Map<String, Object> data) {
        if (!(data.get("Event") instanceof Map<?, ?> event)) {
            return List.of();
        }
        Fields rest = new Fields();
        event.forEach((key, value) -> rest.put((String) key, value));
        rest.remove("Attribute");
        rest.remove("_AttributeFlattened");
        List<Object> sources = new ArrayList<>();
        for (Object attribute : items(event.get("Attribute"))) {
            sources.add(Fields.of("Attribute", attribute, "Event", rest));
        }
        return sources;
    }

    private static Collection<?> items(Object attributes) {
        return attributes instanceof Map<?, ?> map
                ? map.values()
                : attributes instanceof Collection<?> several ? several : List.of();
    }

    private static Map<String, HashPath> paths(String model) {
        Map<String, HashPath> paths = new LinkedHashMap<>();
        if (model.isBlank()) {
            return paths;
        }
        Object read;
        try {
            read = Json.parse(model);
        } catch (PayloadException e) {
            throw new PayloadException("The data extraction model is not JSON: " + e.getMessage());
        }
        if (!(read instanceof Map<?, ?> fields)) {
            throw new PayloadException(
                    "The data extraction model is not a JSON object; write it like {\"info\": \"Event.info\"}.");
        }
        fields.forEach((field, path) -> {
            if (!(path instanceof String text)) {
                throw new PayloadException("The data extraction model names no path for the field " + field
                        + "; write it like {\"info\": \"Event.info\"}.");
            }
            paths.put((String) field, HashPath.parse(text));
        });
        return paths;
    }
}
