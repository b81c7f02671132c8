package dev.sluice.module;

import dev.sluice.graph.GraphCheck;
import dev.sluice.graph.Node;
import dev.sluice.graph.Problem;
import dev.sluice.payload.Filter;
import dev.sluice.payload.HashPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells the check of a graph what it must know of the modules in it. */
@ApplicationScoped
public class CheckedModules implements GraphCheck.Modules {
    private static final Pattern ADDRESS = Pattern.compile("\\s*https?:", Pattern.CASE_INSENSITIVE);

    private final Modules modules;
    private final Templates templates;
    private final KnownSecrets secrets;

    /** Answers from the catalogue. */
    @Inject
    public CheckedModules(Modules modules, Templates templates, KnownSecrets secrets) {
        this.modules = modules;
        this.templates = templates;
        this.secrets = secrets;
    }

    /** For the client proxy only. */
    protected CheckedModules() {
        this(null, null, null);
    }

    @Override
    public Optional<GraphCheck.Shape> find(String moduleType, String moduleId) {
        return modules.find(moduleType, moduleId).map(module -> shape(module.spec()));
    }

    private GraphCheck.Shape shape(Spec spec) {
        return new GraphCheck.Shape(
                spec.hasEntry() ? Set.of("input_1") : Set.of(),
                IntStream.rangeClosed(1, spec.exits().size())
                        .mapToObj(it -> "output_" + it)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                spec.blocking(),
                spec.params().stream().map(Param::id).collect(Collectors.toSet()),
                spec.params().stream()
                        .filter(it -> it.isRequired()
                                && it.standard() == null
                                && it.shownWhen().isEmpty())
                        .map(Param::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                node -> problems(spec, node));
    }

    private List<Problem.BadSetting> problems(Spec spec, Node node) {
        List<Problem.BadSetting> problems = new ArrayList<>();
        for (Param<?> param : spec.params()) {
            Object stored = node.params().get(param.id());
            if (param.isRequired()
                    && isShown(spec, param, node.params())
                    && !param.shownWhen().isEmpty()) {
                if (stored == null || "".equals(stored) || List.of().equals(stored)) {
                    problems.add(new Problem.BadSetting(node.id(), param.id(), "it is needed and empty"));
                }
            }
            if (!(stored instanceof String text) || text.isEmpty()) {
                continue;
            }
            for (String secret : SecretMarks.names(text)) {
                String problem = param.takesSecrets()
                        ? secrets.problem(secret)
                        : "a secret cannot stand here, so `${secret:" + secret
                                + "}` stays as it is: Sluice puts them only" + " into what it sends over HTTP itself";
                if (!problem.isEmpty()) {
                    problems.add(new Problem.BadSetting(node.id(), param.id(), problem));
                }
            }
            if (param.takesSecrets()
                    && param.widget() == Param.Widget.INPUT
                    && ADDRESS.matcher(text).lookingAt()) {
                String problem = SecretMarks.misplaced(SecretMarks.marked(text));
                if (!problem.isEmpty()) {
                    problems.add(new Problem.BadSetting(node.id(), param.id(), problem));
                }
            }
            if (param.widget() == Param.Widget.HASHPATH) {
                HashPath.parse(text)
                        .problems()
                        .forEach(it -> problems.add(new Problem.BadSetting(node.id(), param.id(), it)));
            }
            if (param.isTemplate() && !templates.problem(text).isEmpty()) {
                problems.add(new Problem.BadSetting(node.id(), param.id(), templates.problem(text)));
            }
        }
        if (spec.filters()) {
            Filter filter = Filter.of(node.savedFilters());
            if (filter.enabled()) {
                filter.problems().forEach(it -> problems.add(new Problem.BadSetting(node.id(), "filter", it)));
            }
        }
        return problems;
    }

    private static boolean isShown(Spec spec, Param<?> param, Map<String, Object> stored) {
        return param.shownWhen().entrySet().stream().anyMatch(condition -> spec.params().stream()
                .filter(it -> it.id().equals(condition.getKey()))
                .map(it -> stored.getOrDefault(it.id(), it.standard()))
                .anyMatch(value -> condition.getValue().contains(Objects.toString(value, ""))));
    }
}
