package dev.sluice.payload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The attributes of one event in core format: each cleaned, given its tags with those of the event, and listed. */
final class AttributeForm {
    private static final List<Object> NO_TAGS = List.of();

    private final FieldPlace value1 = new FieldPlace("value1");
    private final FieldPlace value2 = new FieldPlace("value2");
    private final FieldPlace links = new FieldPlace("AttributeTag");
    private final FieldPlace tag = new FieldPlace(EventForm.TAG);
    private final FieldPlace sharingGroup = new FieldPlace(EventForm.SHARING_GROUP);
    private final FieldPlace allTags = new FieldPlace("_allTags");
    private final FieldPlace inheritance = new FieldPlace("inherited");

    private final List<Object> inherited;
    private final List<Object> flattened;

    /** For {@code count} attributes or more of an event with these tags. */
    AttributeForm(Object eventTags, int count) {
        inherited = marked(eventTags, true);
        flattened = new ArrayList<>(count);
    }

    /** All attributes so far, in order. */
    List<Object> flattened() {
        return flattened;
    }

    void add(Object value) {
        Map<String, Object> attribute = Values.map(value);
        if (attribute == null) {
            return;
        }
        value1.remove(attribute);
        value2.remove(attribute);
        EventForm.moveTags(attribute, links.remove(attribute));
        if (Values.isEmpty(sharingGroup.get(attribute))) {
            sharingGroup.remove(attribute);
        }
        allTags.put(attribute, withInherited(marked(tag.get(attribute), false)));
        flattened.add(attribute);
    }

    /** Inherited tags are never changed, so all attributes share them; the list is each attribute's own. */
    private List<Object> withInherited(List<Object> own) {
        if (own.isEmpty()) {
            return new ArrayList<>(inherited);
        }
        List<Object> all = new ArrayList<>(inherited.size() + own.size());
        all.addAll(inherited);
        all.addAll(own);
        return all;
    }

    private List<Object> marked(Object tags, boolean areInherited) {
        Collection<Object> items = Values.items(tags);
        if (items.isEmpty()) {
            return NO_TAGS;
        }
        List<Object> marked = new ArrayList<>(items.size());
        for (Object item : items) {
            Map<String, Object> original = Values.map(item);
            if (original != null) {
                Fields copy = Fields.copyOf(original, 1);
                inheritance.put(copy, areInherited);
                marked.add(copy);
            }
        }
        return marked;
    }
}
