package dev.sluice.store;

import java.util.List;
import java.util.Map;

/**
 * Which part of a list, and in what order.
 *
 * @param page counted from 0
 * @param size 1 to {@value #MOST}
 * @param sort name of a field, with a minus in front for the largest first; null or "" for the list's own order
 */
public record Paging(int page, int size, String sort) {
    /** The largest page there is. */
    public static final int MOST = 1_000;

    /** Refuses what no page can be. */
    public Paging {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidException(
                    "page must be 0 or more, and size 1 to " + MOST + "; given were " + page + " and " + size + ".");
        }
    }

    /** The first page in the list's own order. */
    public static Paging first(int size) {
        return new Paging(0, size, null);
    }

    /** How many come before this page. */
    public int offset() {
        return (int) Math.min(Integer.MAX_VALUE, (long) page * size);
    }

    /**
     * The {@code order by} of a query.
     *
     * @param fields the query's expression by the name a caller uses
     * @param otherwise the list's own order, in the caller's form
     * @param last the expression that tells apart what is otherwise equal
     */
    public String order(Map<String, String> fields, String otherwise, String last) {
        String wanted = sort == null || sort.isBlank() ? otherwise : sort;
        boolean descending = wanted.startsWith("-");
        String expression = fields.get(descending ? wanted.substring(1) : wanted);
        if (expression == null) {
            List<String> known = fields.keySet().stream().sorted().toList();
            throw new InvalidException("Lists cannot be sorted by `" + wanted + "`. Sort by one of "
                    + String.join(", ", known) + ", with a minus in front for the largest first.");
        }
        String direction = descending ? " desc" : "";
        return " order by " + expression + direction + ", " + last + direction;
    }
}
