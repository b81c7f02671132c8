package dev.sluice.http.module;

import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.WorkflowModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module of the catalogue. */
@RegisterForReflection
@Schema(name = "Module")
record ModuleView(
        String type,
        String id,
        String name,
        String version,
        String description,
        String icon,
        String iconClass,
        String iconPath,
        int inputs,
        List<String> exits,
        boolean blocking,
        boolean multipleConnections,
        boolean coreFormat,
        boolean supportFilters,
        String look,
        String origin,
        boolean enabled,
        List<String> diagnostics,
        List<String> remarks,
        List<ParamView> params) {

    /** A parameter of a module: a field of its form. */
    @RegisterForReflection
    @Schema(name = "Param")
    record ParamView(
            String id,
            String label,
            String type,
            Object standard,
            String placeholder,
            List<Option> options,
            boolean multiple,
            boolean freeEntries,
            boolean jinjaSupported,
            boolean subSelector,
            boolean required,
            Map<String, List<String>> displayOn) {

        static ParamView of(Param<?> param) {
            return new ParamView(
                    param.id(),
                    param.label(),
                    param.widget().name().toLowerCase(Locale.ROOT),
                    param.standard(),
                    param.placeholder(),
                    param.options(),
                    param.isMultiple(),
                    param.takesFreeEntries(),
                    param.isTemplate(),
                    param.isSubSelector(),
                    param.isRequired(),
                    param.shownWhen());
        }
    }

    static ModuleView of(WorkflowModule module, boolean enabled) {
        Spec spec = module.spec();
        return new ModuleView(
                spec.type().id(),
                spec.id(),
                spec.name(),
                spec.version(),
                spec.description(),
                spec.icon(),
                spec.iconClass(),
                spec.iconPath(),
                spec.hasEntry() ? 1 : 0,
                spec.exits(),
                spec.blocking(),
                spec.forks(),
                spec.coreFormat(),
                spec.filters(),
                spec.look(),
                spec.origin().id(),
                enabled,
                module.diagnostics(),
                module.remarks(),
                spec.params().stream().map(ParamView::of).toList());
    }
}
