package dev.sluice.http.blueprint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.graph.Mermaid;
import dev.sluice.graph.Node;
import dev.sluice.graph.Palette;
import dev.sluice.store.BlueprintRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A blueprint; {@code data} is MISP's own form of its nodes and, like the flow chart, missing in lists. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Blueprint")
record BlueprintView(
        long id,
        String uuid,
        String name,
        String description,
        @Schema(description = "unix seconds, as libraries compare them") long timestamp,
        @JsonProperty("default") @Schema(description = "as the library has it; an edit takes that away")
                boolean fromLibrary,
        @Schema(description = "how many") int nodes,
        @Schema(description = "ids of the modules in it, each once") List<String> modules,
        @Schema(description = "those of them that are not installed") List<String> unknownModules,
        String mermaid,
        Object data) {

    /** For lists. */
    static BlueprintView head(BlueprintRow row, Palette palette) {
        return of(row, palette, false);
    }

    static BlueprintView whole(BlueprintRow row, Palette palette) {
        return of(row, palette, true);
    }

    private static BlueprintView of(BlueprintRow row, Palette palette, boolean whole) {
        Object tree = row.tree();
        Graph graph = Drawflow.read(tree);
        return new BlueprintView(
                row.id(),
                row.uuid(),
                row.name(),
                row.description(),
                row.savedAt(),
                row.fromLibrary(),
                graph.nodes().size(),
                graph.nodes().stream().map(Node::moduleId).distinct().toList(),
                graph.nodes().stream()
                        .filter(it ->
                                palette.find(it.moduleType(), it.moduleId()).isEmpty())
                        .map(Node::moduleId)
                        .distinct()
                        .toList(),
                whole ? Mermaid.of(graph, palette) : null,
                whole ? tree : null);
    }
}
