package dev.sluice.http.workflow;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something about a graph that does not work, or might not. */
@RegisterForReflection
@Schema(name = "GraphProblem")
public record ProblemView(String kind, boolean refuses, String message, List<String> nodes, List<String> edges) {

    /** Of any graph. */
    public static ProblemView of(dev.sluice.graph.Problem problem) {
        return new ProblemView(
                problem.getClass().getSimpleName(),
                problem.refuses(),
                problem.message(),
                problem.nodeIds(),
                problem.edges());
    }
}
