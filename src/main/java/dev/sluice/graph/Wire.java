package dev.sluice.graph;

/**
 * One connection of an exit.
 *
 * @param from id of the node it leaves
 * @param exit name of the exit it leaves by, as {@code output_1}
 * @param index its place among the connections of that exit, from 0
 * @param to id of the node it leads to, which need not exist
 * @param toPort name of the input it arrives at, as {@code input_1}; empty where the drawing does not say
 */
public record Wire(String from, String exit, int index, String to, String toPort) {
    /** How MISP writes an edge of an execution path: {@code from:exit:index:to}, as {@code 1:output_1:0:2}. */
    public String edge() {
        return from + ":" + exit + ":" + index + ":" + to;
    }
}
