package dev.sluice.store.history;

import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import dev.sluice.store.db.RunEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Pages of log entries, told from one run after the other. Counts what there is as far as lists are counted. */
final class LogPages {
    /** Where the next runs come from. */
    interface Source {
        /** Those that come after {@code last}, or the first ones where it is null; empty after the last. */
        List<RunEntity> after(UUID last);
    }

    private final Paging paging;
    private final boolean newestFirst;
    private final Predicate<LogRow> matching;

    LogPages(Paging paging, boolean newestFirst, Predicate<LogRow> matching) {
        this.paging = paging;
        this.newestFirst = newestFirst;
        this.matching = matching;
    }

    /** @param known how many there are, where that is cheaper to find out than by reading them; null otherwise */
    Page<LogRow> read(Source source, Long known) {
        List<LogRow> items = new ArrayList<>();
        long page = (long) paging.offset() + paging.size();
        long enough = known == null ? Math.max(Archive.COUNTED + 1L, page) : page;
        long count = 0;
        UUID last = null;
        for (List<RunEntity> runs = source.after(null); !runs.isEmpty() && count < enough; runs = source.after(last)) {
            for (RunEntity run : runs) {
                List<LogRow> rows = LogText.read(run);
                if (newestFirst) {
                    Collections.reverse(rows);
                }
                for (LogRow row : rows) {
                    if (matching.test(row)) {
                        if (count >= paging.offset() && items.size() < paging.size()) {
                            items.add(row);
                        }
                        count++;
                    }
                }
                last = run.id;
            }
        }
        long total = Math.min(known == null ? count : known, Archive.COUNTED + 1L);
        return new Page<>(items, total, paging.page(), paging.size());
    }
}
