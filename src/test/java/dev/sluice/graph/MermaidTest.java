package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MermaidTest {
    private static final Palette ICONS = (type, id) -> id.equals("tag-if")
            ? Optional.of(new Palette.Block("", "", "", "fas:fa-code-branch", List.of(), List.of(), false, Map.of()))
            : Optional.empty();

    @Test
    void triggers_logic_and_actions_have_shapes_of_their_own() {
        Graph graph = Drawing.withTrigger()
                .node("2", "logic", "tag-if")
                .node("3", "action", "push-zmq")
                .wire("1", "2")
                .wire("2", "3")
                .graph();

        assertThat(Mermaid.of(graph, ICONS))
                .isEqualTo(
                        """
                        flowchart LR
                            1{{"event-publish"}} --> 2[/"fas:fa-code-branch  tag-if"/]
                            2[/"fas:fa-code-branch  tag-if"/] --> 3["push-zmq"]
                        """);
    }

    @Test
    void a_name_cannot_leave_its_quotes() {
        Graph graph = Drawing.withTrigger()
                .node("2", "action", "\"]; click 1 \"javascript:alert(1)\"\n<b>#")
                .wire("1", "2")
                .graph();

        assertThat(Mermaid.of(graph, ICONS))
                .endsWith("2[\"#quot;]; click 1 #quot;javascript:alert(1)#quot; #lt;b#gt;#35;\"]\n")
                .hasLineCount(2);
    }
}
