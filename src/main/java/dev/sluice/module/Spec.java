package dev.sluice.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a module is: the entry of the catalogue, the block of the palette and the settings form in one. Fields carry
 * MISP's meanings (spec of the module contract).
 *
 * @param type what it is to the walk
 * @param id unique among logic and action modules, and among triggers
 * @param icon name of a Font Awesome icon, or ""
 * @param iconClass its style, "fas" or "fab", or ""
 * @param iconPath an image instead, or ""
 * @param exits names of the exits in order; {@code output_1} is the first
 * @param hasEntry whether wires may lead into it
 * @param blocking of a trigger: the caller waits for the answer; of an action: its "no" stops the whole walk
 * @param forks whether more than one wire may leave an exit
 * @param coreFormat of a trigger: it gives MISP core format; of others: they expect it
 * @param filters whether a node filter can choose the items it works on
 * @param editsData whether it may change the data; of what says so the history tells the changes
 * @param look which editor block to draw: default, if, concurrent, trigger
 * @param start what only triggers have
 * @param origin where it comes from
 */
public record Spec(
        Type type,
        String id,
        String name,
        String version,
        String description,
        String icon,
        String iconClass,
        String iconPath,
        List<String> exits,
        boolean hasEntry,
        boolean blocking,
        boolean forks,
        boolean coreFormat,
        boolean filters,
        boolean editsData,
        List<Param<?>> params,
        String look,
        Optional<Start> start,
        Origin origin) {

    /** The kinds of node. */
    public enum Type {
        TRIGGER,
        LOGIC,
        ACTION;

        /** As workflows store it: trigger, logic, action. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How often a trigger fires, and so how much a slow workflow on it costs. */
    public enum Overhead {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What only triggers have: the kind of object they are about, and how often they fire. */
    public record Start(String scope, Overhead overhead, String overheadMessage) {}

    /** A trigger; complete it with {@link Draft#build}. */
    public static Draft trigger(String id, String name, String scope) {
        return new Draft(Type.TRIGGER, id, name, scope).leadsTo("out").look("trigger");
    }

    /** A logic module; complete it with {@link Draft#build}. */
    public static Draft logic(String id, String name) {
        return new Draft(Type.LOGIC, id, name, null);
    }

    /** An action module with one exit; complete it with {@link Draft#build}. */
    public static Draft action(String id, String name) {
        return new Draft(Type.ACTION, id, name, null).leadsTo("out");
    }

    /** The same of another origin. */
    public Spec from(Origin other) {
        return new Spec(
                type,
                id,
                name,
                version,
                description,
                icon,
                iconClass,
                iconPath,
                exits,
                hasEntry,
                blocking,
                forks,
                coreFormat,
                filters,
                editsData,
                params,
                look,
                start,
                other);
    }

    /** A spec in the making. */
    public static final class Draft {
        private final Type type;
        private final String id;
        private final String name;
        private final String scope;
        private String version = "0.1";
        private String description = "";
        private String icon = "";
        private String iconClass = "";
        private String iconPath = "";
        private List<String> exits = List.of();
        private boolean blocking;
        private boolean forks;
        private boolean coreFormat;
        private boolean filters;
        private boolean editsData;
        private List<Param<?>> params = List.of();
        private String look = "default";
        private Overhead overhead = Overhead.LOW;
        private String overheadMessage = "";
        private Origin origin = Origin.BUILT_IN;

        private Draft(Type type, String id, String name, String scope) {
            this.type = type;
            this.editsData = type == Type.ACTION;
            this.id = id;
            this.name = name;
            this.scope = scope;
        }

        public Draft version(String version) {
            this.version = version;
            return this;
        }

        public Draft describedAs(String description) {
            this.description = description;
            return this;
        }

        public Draft icon(String icon) {
            this.icon = icon;
            return this;
        }

        public Draft iconClass(String iconClass) {
            this.iconClass = iconClass;
            return this;
        }

        public Draft iconPath(String iconPath) {
            this.iconPath = iconPath;
            return this;
        }

        /** The names of the exits in order; none ends the path. */
        public Draft leadsTo(String... exits) {
            this.exits = List.of(exits);
            return this;
        }

        public Draft blocking() {
            this.blocking = true;
            return this;
        }

        public Draft forks() {
            this.forks = true;
            return this;
        }

        public Draft coreFormat() {
            this.coreFormat = true;
            return this;
        }

        public Draft filters() {
            this.filters = true;
            return this;
        }

        /** That it changes the data, which of logic modules only those do that set filters. */
        public Draft editsData() {
            this.editsData = true;
            return this;
        }

        /** That it leaves the data as it is, whatever it does outside; nobody need look for changes then. */
        public Draft leavesData() {
            this.editsData = false;
            return this;
        }

        public Draft asks(Param<?>... params) {
            this.params = List.copyOf(new ArrayList<>(List.of(params)));
            return this;
        }

        public Draft look(String look) {
            this.look = look;
            return this;
        }

        public Draft overhead(Overhead overhead, String message) {
            this.overhead = overhead;
            this.overheadMessage = message;
            return this;
        }

        /** Where it comes from, unless it comes with the program. */
        public Draft from(Origin origin) {
            this.origin = origin;
            return this;
        }

        public Spec build() {
            return new Spec(
                    type,
                    id,
                    name,
                    version,
                    description,
                    icon,
                    iconClass,
                    iconPath,
                    exits,
                    type != Type.TRIGGER,
                    blocking,
                    forks,
                    coreFormat,
                    filters,
                    editsData,
                    params,
                    look,
                    type == Type.TRIGGER ? Optional.of(new Start(scope, overhead, overheadMessage)) : Optional.empty(),
                    origin);
        }
    }
}
