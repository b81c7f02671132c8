package dev.sluice.engine;

import dev.sluice.graph.Node;
import dev.sluice.payload.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All who look on, as one; none of them can disturb a run or the others. */
final class Watchers {
    private static final System.Logger LOG = System.getLogger(Engine.class.getName());

    private final List<Watcher> all = new ArrayList<>();

    Watchers(Iterable<? extends Watcher> watchers) {
        watchers.forEach(all::add);
    }

    /** Who looks on at this run; {@link Watch#NONE} itself where nobody does. */
    Watch watch(Watcher.Head head) {
        List<Watch> interested = null;
        for (Watcher watcher : all) {
            Watch watch = watcher.watch(head);
            if (watch != Watch.NONE) {
                interested = interested == null ? new ArrayList<>(all.size()) : interested;
                interested.add(watch);
            }
        }
        return interested == null ? Watch.NONE : new Together(interested);
    }

    private record Together(List<Watch> watches) implements Watch {
        @Override
        public void received(Map<String, Object> raw) {
            tell(it -> it.received(raw));
        }

        @Override
        public void normalized(Map<String, Object> data) {
            tell(it -> it.normalized(data));
        }

        @Override
        public void begun() {
            tell(Watch::begun);
        }

        @Override
        public void entered(Node node) {
            tell(it -> it.entered(node));
        }

        @Override
        public void visited(Node node, Visited visited, Payload payload) {
            tell(it -> it.visited(node, visited, payload));
        }

        @Override
        public void ended(Run run) {
            tell(it -> it.ended(run));
        }

        private void tell(Consumer<Watch> news) {
            for (Watch watch : watches) {
                try {
                    news.accept(watch);
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "Somebody who looks on at a run broke; the run goes on", e);
                }
            }
        }
    }
}
