package dev.sluice.http.module;

import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.module.Modules;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.WorkflowModule;
import dev.sluice.store.Paging;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The choices of a parameter of a module. */
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Modules")
public class ModuleOptionsResource {
    private static final int MOST_OPTIONS = 50;

    private final Modules modules;

    ModuleOptionsResource(Modules modules) {
        this.modules = modules;
    }

    /** One page of the choices of a picker. */
    @RegisterForReflection
    record Options(List<Option> options, long total, String diagnostic) {}

    @GET
    @Path("/options/{module}/{param}")
    @Operation(summary = "The choices of a parameter, looked up by text, 50 at a time")
    @Blocking
    public Options options(
            @Parameter(example = "tag-if") @RestPath String module,
            @Parameter(example = "condition") @RestPath String param,
            @RestQuery String q,
            @RestQuery @DefaultValue("1") int page) {
        Param<?> found = modules.all().stream()
                .map(WorkflowModule::spec)
                .filter(it -> it.id().equals(module))
                .flatMap(it -> it.params().stream())
                .filter(it -> it.id().equals(param))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404, "There is no module `" + module + "` with a parameter `" + param + "`."));
        Paging asked = PageView.asked(page, MOST_OPTIONS, null);
        String sought = q == null ? "" : q.toLowerCase(Locale.ROOT);
        List<Option> fitting = found.options().stream()
                .filter(it ->
                        (it.value() + " " + it.label()).toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        boolean lookedUp = found.widget() == Param.Widget.PICKER && !found.takesFreeEntries();
        return new Options(
                fitting.stream().skip(asked.offset()).limit(asked.size()).toList(),
                fitting.size(),
                lookedUp ? "These choices come from the platform, and none is connected. Type the value itself." : "");
    }
}
