package dev.sluice.module;

import dev.sluice.graph.Palette;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws nodes of the modules in the catalogue. */
@Singleton
public class CataloguePalette implements Palette {
    private final Modules modules;
    private final Switches switches;

    /** Answers from the catalogue; a module that is switched off is drawn so. */
    @Inject
    public CataloguePalette(Modules modules, Switches switches) {
        this.modules = modules;
        this.switches = switches;
    }

    @Override
    public Optional<Block> find(String moduleType, String moduleId) {
        return modules.find(moduleType, moduleId).map(WorkflowModule::spec).map(this::block);
    }

    private Block block(Spec spec) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        spec.params().forEach(it -> defaults.put(it.id(), it.standard()));
        return new Block(
                spec.name(),
                spec.version(),
                cssClass(spec),
                icon(spec),
                spec.hasEntry() ? List.of("input_1") : List.of(),
                IntStream.rangeClosed(1, spec.exits().size())
                        .mapToObj(it -> "output_" + it)
                        .toList(),
                spec.forks(),
                defaults);
    }

    private String cssClass(Spec spec) {
        return "block-type-" + spec.look()
                + (spec.type() == Spec.Type.LOGIC ? " block-type-logic" : "")
                + (spec.coreFormat() && spec.type() != Spec.Type.TRIGGER ? " expect-misp-core-format" : "")
                + (switches.isOn(spec) ? "" : " disabled");
    }

    private static String icon(Spec spec) {
        String style = spec.iconClass().isEmpty() ? "fas" : spec.iconClass();
        return spec.icon().isEmpty() ? "" : style + ":fa-" + spec.icon();
    }
}
