package dev.sluice.template.python;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rendering from start to end, handed to every operation that makes, walks or changes something: what may still be
 * used up, what was changed, and whether output is being escaped. Not thread-safe.
 *
 * <p>Data is never changed. The first change to a list or map of the data makes a copy that stands for it from then on,
 * everywhere it is reached: whoever reads a list or map goes through {@link #now}.
 */
public final class Rendering {
    private static final int TICKS_PER_LOOK_AT_THE_CLOCK = 1 << 10;

    private final Limits limits;
    private final long start = System.nanoTime();
    private long characters;
    private int rounds;
    private int elements;
    private int depth;
    private int ticks;
    private boolean autoescape;
    private IdentityHashMap<Object, Object> copies;

    public Rendering(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /** To be called before each round of a {@code for} loop. */
    public void round() {
        if (++rounds > limits.rounds()) {
            throw new ValueException("The template loops more than " + limits.rounds() + " times in all.");
        }
        tick();
    }

    /** To be called before a string of so many characters is made. */
    public void string(long length) {
        if (length > limits.output()) {
            throw new ValueException("The template makes a text of more than " + limits.output() + " characters.");
        }
        characters += length;
        if (characters > limits.characters()) {
            throw new ValueException(
                    "The template makes more than " + limits.characters() + " characters of text in all.");
        }
        tick();
    }

    /** To be called before so many elements are put into a list, tuple or map, or walked by a filter. */
    public void elements(long more) {
        if (more > limits.elements() - elements) {
            throw new ValueException("The template handles more than " + limits.elements() + " list elements in all.");
        }
        elements += (int) more;
        tick();
    }

    /** One call or one value deeper; each is followed by {@link #leave}, in a {@code finally} where something may catch. */
    public void enter() {
        if (++depth > limits.depth()) {
            throw new ValueException("The template nests more than " + limits.depth() + " calls or values.");
        }
        tick();
    }

    public void leave() {
        depth--;
    }

    /** To be called now and then by anything that takes its time. */
    public void tick() {
        if (++ticks >= TICKS_PER_LOOK_AT_THE_CLOCK) {
            ticks = 0;
            if (System.nanoTime() - start > limits.time().toNanos()) {
                throw new ValueException(
                        "The template takes longer than " + limits.time().toMillis() + " ms.");
            }
        }
    }

    public boolean autoescape() {
        return autoescape;
    }

    public void autoescape(boolean on) {
        autoescape = on;
    }

    /** The list or map as it is now: itself, or the copy that was made when the template changed it. */
    @SuppressWarnings("unchecked")
    public <T> T now(T value) {
        if (copies == null) {
            return value;
        }
        Object copy = copies.get(value);
        return copy == null ? value : (T) copy;
    }

    /** A list that may be changed in place of the given one. */
    @SuppressWarnings("unchecked")
    public List<Object> changeable(List<?> list) {
        if (list instanceof OwnList own) {
            return own;
        }
        return (List<Object>) copies().computeIfAbsent(list, original -> {
            elements(list.size());
            return new OwnList((List<Object>) original);
        });
    }

    /** A map that may be changed in place of the given one. */
    @SuppressWarnings("unchecked")
    public Dict changeable(Map<?, ?> map) {
        if (map instanceof Dict own) {
            return own;
        }
        return (Dict) copies().computeIfAbsent(map, original -> {
            elements(map.size());
            return Dict.copyOf((Map<Object, Object>) original);
        });
    }

    private IdentityHashMap<Object, Object> copies() {
        if (copies == null) {
            copies = new IdentityHashMap<>();
        }
        return copies;
    }
}
