package dev.sluice.outside.modules;

import dev.sluice.module.Action;
import dev.sluice.module.Origin;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.outside.OutsideException;
import dev.sluice.outside.modules.Entry.Field;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.Json;
import dev.sluice.payload.LooseComparison;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** An action in the form of misp-modules, wherever it runs: in a service, or in a process of our own. */
final class PythonModule implements Action {
    /** Where such a module runs. */
    interface Host {
        /**
         * Asks the module.
         *
         * @return the value it answers, or a failure with a sentence why there is none
         */
        Uni<Object> ask(Visit by, Map<String, Object> question);

        /** What keeps the module from being asked, a sentence each. */
        List<String> troubles();
    }

    private final Entry entry;
    private final Host host;
    private final List<String> remarks;
    private final List<Field> fields;
    private final Spec spec;

    PythonModule(Entry entry, Origin origin, Host host, List<String> remarks) {
        this.entry = entry;
        this.host = host;
        this.remarks = remarks;
        fields = entry.fields();
        spec = entry.spec(origin, fields.stream().<Param<?>>map(Field::param).toList());
    }

    /** What was said of it when it was found. */
    Entry entry() {
        return entry;
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public List<String> diagnostics() {
        return host.troubles();
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public Uni<Step> act(Visit visit) {
        Map<String, Object> question = question(visit);
        if (visit.effects().areRecorded()) {
            visit.effects()
                    .record(
                            "module.query",
                            "module",
                            entry.name(),
                            "params",
                            question.get("params"),
                            "matchingData",
                            question.get("matchingData"));
            return Step.goOn();
        }
        return host.ask(visit, question).onItem().transformToUni(this::judge);
    }

    private Map<String, Object> question(Visit visit) {
        Map<String, Object> data = visit.data();
        Fields question = Fields.of("module", entry.name(), "data", data);
        if (spec.filters()) {
            Object items = visit.filter().enabled() ? visit.filter().select(data) : null;
            question.put("filteredItems", LooseComparison.truthy(items) ? items : data);
        }
        question.put("params", visit.params());
        if (fields.stream().anyMatch(Field::isPath)) {
            question.put("matchingData", matching(visit, data));
        }
        return question;
    }

    private Fields matching(Visit visit, Map<String, Object> data) {
        Fields matching = new Fields();
        for (Field field : fields) {
            if (field.isPath()) {
                HashPath path = HashPath.parse(visit.get(field.param()));
                try {
                    matching.put(field.param().label(), path.isEmpty() ? data : path.extract(data));
                } catch (PayloadException e) {
                    throw new OutsideException("The path `" + path.source() + "` of "
                            + field.param().label() + " cannot be followed: " + e.getMessage());
                }
            }
        }
        return matching;
    }

    private Uni<Step> judge(Object answer) {
        if (answer instanceof Map<?, ?> said) {
            Object error = said.get("error");
            if (LooseComparison.truthy(error)) {
                return Step.stop(error instanceof String text ? text : Json.write(error));
            }
            return Boolean.FALSE.equals(said.get("data")) ? no() : Step.goOn();
        }
        return Boolean.FALSE.equals(answer) ? no() : Step.goOn();
    }

    private Uni<Step> no() {
        return Step.stop("The module " + entry.name() + " answered no and gave no reason.");
    }
}
