package dev.sluice.http.module;

import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.Choices;
import dev.sluice.module.Lookup;
import dev.sluice.module.Modules;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.WorkflowModule;
import dev.sluice.store.Paging;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The choices of a parameter of a module. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Modules")
public class ModuleOptionsResource {
    private static final int MOST_OPTIONS = 50;

    private static final String TYPE_IT = " Type the value itself.";

    private final Modules modules;
    private final Instance<Lookup> lookups;

    ModuleOptionsResource(Modules modules, Instance<Lookup> lookups) {
        this.modules = modules;
        this.lookups = lookups;
    }

    /** One page of the choices of a picker. */
    @RegisterForReflection
    record Options(List<Option> options, long total, String diagnostic) {}

    @GET
    @Path("/options/{module}/{param}")
    @Operation(summary = "The choices of a parameter, looked up by text, 50 at a time")
    public Uni<Options> options(
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
        String sought = q == null ? "" : q;
        Lookup.Found fixed = Lookup.Found.part(fitting(found.options(), sought), asked.offset(), asked.size());
        Options first = new Options(fixed.options(), fixed.total(), "");
        return found.choices().map(it -> lookedUp(first, it, sought, asked)).orElseGet(() -> Uni.createFrom()
                .item(first));
    }

    private static List<Option> fitting(List<Option> options, String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return options.stream().filter(it -> it.holds(sought)).toList();
    }

    /** Those that are looked up follow those that are fixed. */
    private Uni<Options> lookedUp(Options fixed, Choices choices, String text, Paging asked) {
        long skipped = Math.max(0, asked.offset() - fixed.total());
        int size = asked.size() - fixed.options().size();
        return lookups.stream()
                .filter(it -> it.offers(choices))
                .findFirst()
                .map(it -> it.find(choices, text, skipped, size)
                        .onItem()
                        .transform(found -> new Options(
                                Stream.concat(fixed.options().stream(), found.options().stream())
                                        .toList(),
                                fixed.total() + found.total(),
                                ""))
                        .onFailure()
                        .recoverWithItem(e -> without(fixed, e.getMessage())))
                .orElseGet(() -> Uni.createFrom().item(without(fixed, "Nobody knows the choices.")));
    }

    private static Options without(Options fixed, String why) {
        return new Options(fixed.options(), fixed.total(), why + TYPE_IT);
    }
}
