package dev.sluice.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What happens at one node when its module is slow or breaks, beyond what MISP knows. It is stored in the node's
 * {@code data} under {@value #KEY}, which MISP keeps and ignores:
 * <pre>{@code {"timeout": "5s", "retries": 2, "pause": "1s", "onError": "continue | stop | exit",
 *  "errorExit": {"connections": [{"node": "7", "output": "input_1"}]}}}</pre>
 *
 * @param timeout how long one attempt may take; null for no limit but the trigger's
 * @param retries how often an attempt is repeated that broke or took too long; one that said no is not repeated
 * @param pause before the first repetition, twice as long before each further one
 * @param onError what follows when the last attempt broke
 * @param problems what of the stored form is not understood and does not count, a sentence each
 */
public record Policy(Duration timeout, int retries, Duration pause, OnError onError, List<String> problems) {
    /** The key in a node's data. */
    public static final String KEY = "sluice";

    /** The key of the wires that are followed on an error. */
    static final String ERROR_EXIT = "errorExit";

    /** A node that says nothing of its own. */
    public static final Policy NONE = new Policy(null, 0, Duration.ZERO, OnError.AS_MISP, List.of());

    private static final int MOST_RETRIES = 10;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|m)?");

    /** What follows an error of a node. */
    public enum OnError {
        /** Of a blocking module the end, of another one the next node or the end of its path, as its trigger is. */
        AS_MISP,
        /** The next node. */
        CONTINUE,
        /** The end of the walk, whatever the module. */
        STOP,
        /** The nodes that the error exit leads to. */
        EXIT
    }

    /** Whether attempts are bounded or repeated. */
    public boolean watchesAttempts() {
        return timeout != null || retries > 0;
    }

    static Policy read(Map<String, Object> data, boolean hasErrorWires, boolean isTrigger) {
        Object stored = data.get(KEY);
        if (stored == null) {
            return NONE;
        }
        if (!(stored instanceof Map<?, ?> map)) {
            return stored instanceof List<?> list && list.isEmpty()
                    ? NONE
                    : new Policy(null, 0, Duration.ZERO, OnError.AS_MISP, List.of("`" + KEY + "` must be an object."));
        }
        Reading reading = new Reading(map);
        return reading.policy(hasErrorWires, isTrigger);
    }

    private static final class Reading {
        private final Map<?, ?> stored;
        private final List<String> problems = new ArrayList<>();

        Reading(Map<?, ?> stored) {
            this.stored = stored;
        }

        Policy policy(boolean hasErrorWires, boolean isTrigger) {
            stored.keySet().stream()
                    .filter(it -> !List.of("timeout", "retries", "pause", "onError", ERROR_EXIT)
                            .contains(it))
                    .forEach(it -> problems.add("`" + it
                            + "` is not known; what is are timeout, retries, pause, onError" + " and errorExit."));
            Duration timeout = duration("timeout");
            Duration pause = duration("pause");
            OnError onError = onError();
            if (isTrigger && !stored.isEmpty()) {
                problems.add("A trigger does nothing that could break: set its deadline instead.");
                return new Policy(null, 0, Duration.ZERO, OnError.AS_MISP, List.copyOf(problems));
            }
            if (onError == OnError.EXIT && !hasErrorWires) {
                problems.add("onError is exit, but the error exit leads nowhere: the path ends there.");
            }
            if (onError != OnError.EXIT && hasErrorWires) {
                problems.add("The error exit is never taken unless onError is exit.");
            }
            return new Policy(
                    timeout, retries(), pause == null ? Duration.ofSeconds(1) : pause, onError, List.copyOf(problems));
        }

        private OnError onError() {
            Object value = stored.get("onError");
            if (value == null || value.equals("")) {
                return OnError.AS_MISP;
            }
            for (OnError known : List.of(OnError.CONTINUE, OnError.STOP, OnError.EXIT)) {
                if (known.name().equalsIgnoreCase(value.toString())) {
                    return known;
                }
            }
            problems.add("onError must be continue, stop or exit, not `" + value + "`.");
            return OnError.AS_MISP;
        }

        private int retries() {
            Object value = stored.get("retries");
            if (value == null || value.equals("")) {
                return 0;
            }
            try {
                int retries = Integer.parseInt(value.toString());
                if (retries >= 0 && retries <= MOST_RETRIES) {
                    return retries;
                }
            } catch (NumberFormatException e) {
                // told below, in the same words
            }
            problems.add("retries must be a whole number from 0 to " + MOST_RETRIES + ", not `" + value + "`.");
            return 0;
        }

        private Duration duration(String key) {
            Object value = stored.get(key);
            if (value == null || value.equals("")) {
                return null;
            }
            Optional<Duration> read = duration(value);
            if (read.isEmpty()) {
                problems.add(key + " must be a time like 500ms, 5s or 2m, up to 10m, not `" + value + "`.");
            }
            return read.orElse(null);
        }

        private static Optional<Duration> duration(Object value) {
            Matcher matcher = DURATION.matcher(value.toString().strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long amount = Long.parseLong(matcher.group(1));
            String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
            Duration duration = unit.equals("ms")
                    ? Duration.ofMillis(amount)
                    : Duration.ofSeconds(unit.equals("m") ? 60 * amount : amount);
            return Optional.of(duration).filter(it -> !it.isZero() && it.compareTo(LONGEST) <= 0);
        }
    }
}
