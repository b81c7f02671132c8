package dev.sluice.browser;

import java.util.ArrayList;
import java.util.List;

/** Who came to see the pages in one test. */
final class Visits implements AutoCloseable {
    private final String test;
    private final List<Visitor> visitors = new ArrayList<>();

    Visits(String test) {
        this.test = test;
    }

    Visitor come(Site site) {
        Visitor visitor = new Visitor(site);
        visitors.add(visitor);
        return visitor;
    }

    List<String> faults() {
        return visitors.stream().flatMap(it -> it.faults().stream()).toList();
    }

    /** Writes down what each saw last, and what their browsers said. */
    void tell() {
        for (int i = 0; i < visitors.size(); i++) {
            visitors.get(i).tell(test + (visitors.size() == 1 ? "" : "-" + (i + 1)));
        }
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }
}
