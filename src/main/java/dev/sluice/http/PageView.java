package dev.sluice.http;

import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/** One page of a list. Callers count pages from 1, the store from 0. */
@RegisterForReflection
public record PageView<T>(List<T> items, int page, int size, long total) {

    public static <R, T> PageView<T> of(Page<R> found, Function<R, T> view) {
        return new PageView<>(found.items().stream().map(view).toList(), found.page() + 1, found.size(), found.total());
    }

    /** What to ask the store for. */
    public static Paging asked(int page, int size, String sort) {
        if (page < 1) {
            throw new ProblemException(400, "page counts from 1; there is no page " + page + ".");
        }
        if (size < 1 || size > Paging.MOST) {
            throw new ProblemException(400, "size must be 1 to " + Paging.MOST + ", not " + size + ".");
        }
        return new Paging(page - 1, size, sort);
    }
}
