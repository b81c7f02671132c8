package dev.sluice.graph;

import java.util.List;
import java.util.stream.Stream;

/** Something wrong with a graph: where it is, and a sentence that says what to do about it. */
public sealed interface Problem {
    /** Whether a workflow with this problem cannot be saved. */
    boolean refuses();

    /** What is wrong and what to do, for people. */
    String message();

    /** The nodes it is about, by id. */
    List<String> nodeIds();

    /** The wires it is about, as {@link Wire#edge()}; empty where it is about nodes only. */
    default List<String> edges() {
        return List.of();
    }

    /** A problem for which MISP refuses to save, too. */
    sealed interface Refusal extends Problem {
        @Override
        default boolean refuses() {
            return true;
        }

        /** MISP's own words for it. */
        String mispMessage();
    }

    /** A problem that the workflow can be saved with, and mostly run. */
    sealed interface Warning extends Problem {
        @Override
        default boolean refuses() {
            return false;
        }
    }

    /** A warning about one node. */
    sealed interface NodeWarning extends Warning {
        /** The node it is about. */
        String nodeId();

        @Override
        default List<String> nodeIds() {
            return List.of(nodeId());
        }
    }

    /** Wires that lead back to where they come from, in the order they are followed. */
    record Cycle(List<Wire> wires) implements Refusal {
        @Override
        public String message() {
            Stream<String> nodes = Stream.concat(
                    nodeIds().stream(), Stream.of(wires.get(wires.size() - 1).to()));
            return "Nodes run in a circle: " + listed(nodes.toList(), " → ") + ". Remove one of these wires.";
        }

        @Override
        public List<String> nodeIds() {
            return wires.stream().map(Wire::from).toList();
        }

        @Override
        public List<String> edges() {
            return wires.stream().map(Wire::edge).toList();
        }

        @Override
        public String mispMessage() {
            return "Cannot save a workflow containing a cycle";
        }
    }

    /** Not exactly one trigger. */
    record TriggerCount(int count, List<String> nodeIds) implements Refusal {
        @Override
        public String message() {
            return count == 0
                    ? "The workflow has no trigger. Add the trigger that shall start it."
                    : "The workflow has " + count + " triggers (nodes " + listed(nodeIds, ", ")
                            + "). Keep one of them.";
        }

        @Override
        public String mispMessage() {
            return "Cannot save a workflow containing no or more than one trigger";
        }
    }

    /** Several wires on one exit of a node whose drawing does not allow that. */
    record MultipleConnections(String nodeId, String exit, List<Wire> wires) implements Refusal {
        @Override
        public String message() {
            return "Node " + nodeId + " has " + wires.size() + " wires on " + exit + ", to "
                    + listed(wires.stream().map(Wire::to).toList(), ", ")
                    + ". Keep one; to run several branches, put a Concurrent Task in between.";
        }

        @Override
        public List<String> nodeIds() {
            return List.of(nodeId);
        }

        @Override
        public List<String> edges() {
            return wires.stream().map(Wire::edge).toList();
        }

        @Override
        public String mispMessage() {
            return "Cannot save a workflow having more than one connection per output";
        }
    }

    /** A way from a concurrent task to a module that can block, where there is nothing left to block. */
    record PathWarning(String concurrentTaskId, Node blocking, List<Wire> wires) implements Warning {
        @Override
        public String message() {
            return "Node " + blocking.id() + " (" + blocking.moduleId() + ") is blocking, but node " + concurrentTaskId
                    + " has made the path to it concurrent: it cannot stop the trigger's operation any more."
                    + " Move it in front of the Concurrent Task, or leave it out.";
        }

        @Override
        public List<String> nodeIds() {
            return List.of(concurrentTaskId, blocking.id());
        }

        @Override
        public List<String> edges() {
            return wires.stream().map(Wire::edge).toList();
        }
    }

    /** The graph has more ways to blocking modules than are worth listing. */
    record TooManyPaths(int listed) implements Warning {
        @Override
        public String message() {
            return "Only the first " + listed + " paths from concurrent tasks to blocking modules are listed;"
                    + " there may be more. Let fewer branches join again behind a Concurrent Task.";
        }

        @Override
        public List<String> nodeIds() {
            return List.of();
        }
    }

    /** A node of a module that is not installed. */
    record UnknownModule(String nodeId, String moduleType, String moduleId) implements NodeWarning {
        @Override
        public String message() {
            if (moduleType.equals("trigger")) {
                return "Node " + nodeId + " is the trigger `" + moduleId
                        + "`, which is not there: nothing will ever call"
                        + " this workflow until the trigger is declared or its module is added.";
            }
            return "Node " + nodeId + " is of " + (moduleType.isEmpty() ? "no type" : "type `" + moduleType + "`")
                    + ", module `" + moduleId + "`, which is not installed: it will fail."
                    + " Install the module or replace the node.";
        }
    }

    /** A setting that the module does not have. */
    record UnknownParam(String nodeId, String moduleId, String param) implements NodeWarning {
        @Override
        public String message() {
            return "Node " + nodeId + " has a setting `" + param + "` that module `" + moduleId
                    + "` does not know; it is ignored. Remove it, or check how it is spelled.";
        }
    }

    /** A setting that the module needs and the node leaves empty. */
    record MissingParam(String nodeId, String moduleId, String param) implements NodeWarning {
        @Override
        public String message() {
            return "Node " + nodeId + " lacks the setting `" + param + "`, without which module `" + moduleId
                    + "` fails. Fill it in.";
        }
    }

    /** A setting that the module cannot understand, as a hash path, filter or template that does not parse. */
    record BadSetting(String nodeId, String setting, String reason) implements NodeWarning {
        @Override
        public String message() {
            return "Node " + nodeId + ", setting `" + setting + "`: " + reason;
        }
    }

    /** A wire to a node that is not there. */
    record DanglingWire(Wire wire) implements Warning {
        @Override
        public String message() {
            return "The wire from node " + wire.from() + ", " + wire.exit() + ", leads to node " + wire.to()
                    + ", which does not exist. Remove the wire or lead it to a node.";
        }

        @Override
        public List<String> nodeIds() {
            return List.of(wire.from());
        }

        @Override
        public List<String> edges() {
            return List.of(wire.edge());
        }
    }

    /** A wire at an exit or input that the node's module does not have. */
    record UnknownPort(String nodeId, String port, Wire wire) implements NodeWarning {
        @Override
        public String message() {
            return "Node " + nodeId + " has no `" + port + "` any more, yet the wire from node " + wire.from()
                    + " to node " + wire.to() + " uses it. Draw the wire anew.";
        }

        @Override
        public List<String> edges() {
            return List.of(wire.edge());
        }
    }

    /** A node that no path from the trigger comes to. */
    record Unreachable(String nodeId) implements NodeWarning {
        @Override
        public String message() {
            return "Node " + nodeId + " never runs: no path from the trigger leads to it. Wire it up or remove it.";
        }
    }

    /** Two nodes with the same id; wires lead to the last of them only. */
    record DuplicateId(String nodeId) implements NodeWarning {
        @Override
        public String message() {
            return "Several nodes have the id " + nodeId + "; wires lead to the last of them. Give each its own id.";
        }
    }

    /** The drawn trigger is not the one the workflow belongs to. */
    record TriggerMismatch(String nodeId, String drawn, String expected) implements NodeWarning {
        @Override
        public String message() {
            return "The graph starts with trigger `" + drawn + "`, but the workflow belongs to `" + expected
                    + "`: it will not run. Replace node " + nodeId + " by trigger `" + expected + "`.";
        }
    }

    /** A part of a node's policy that is not understood, or makes no sense there. */
    record BadPolicy(String nodeId, String what) implements NodeWarning {
        @Override
        public String message() {
            return "Node " + nodeId + ": " + what;
        }
    }

    private static String listed(List<String> items, String separator) {
        return items.size() <= 12
                ? String.join(separator, items)
                : String.join(separator, items.subList(0, 12)) + separator + "… (" + items.size() + " in all)";
    }
}
