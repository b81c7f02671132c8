package dev.sluice.http.workflow;

import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.http.ProblemException;
import dev.sluice.module.CheckedModules;
import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;

/**
 * A graph that may be saved, whichever way it came in.
 *
 * @param trigger the one it is for: as the caller says, or else as it is drawn
 * @param text JSON of the Drawflow form
 * @param problems what to warn about
 */
record TakenGraph(String trigger, String text, List<ProblemView> problems) {

    /** @throws ProblemException 422 with all problems where MISP would not save it either */
    static TakenGraph of(Object tree, String trigger, CheckedModules modules) {
        Graph graph = Drawflow.read(tree);
        List<dev.sluice.graph.Problem> problems = GraphCheck.check(graph, modules, trigger);
        List<ProblemView> views = problems.stream().map(ProblemView::of).toList();
        if (problems.stream().anyMatch(dev.sluice.graph.Problem::refuses)) {
            throw new ProblemException(
                    422, String.join(". ", GraphCheck.mispMessages(problems)) + ".", Map.of("problems", views));
        }
        String listening = trigger == null ? graph.trigger().orElseThrow().moduleId() : trigger;
        return new TakenGraph(listening, Json.write(tree), views);
    }
}
