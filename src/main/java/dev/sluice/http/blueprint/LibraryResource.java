package dev.sluice.http.blueprint;

import dev.sluice.http.Roles;
import dev.sluice.store.BlueprintLibrary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The library that blueprints come from. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/blueprints/library")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Blueprints")
public class LibraryResource {
    private final BlueprintLibrary library;

    LibraryResource(BlueprintLibrary library) {
        this.library = library;
    }

    /** What loading did. */
    @RegisterForReflection
    @Schema(name = "LibraryLoaded")
    record LoadedView(
            @Schema(description = "where own files are put") String folder,
            int created,
            int updated,
            int unchanged,
            @Schema(description = "files that are no blueprints, and why") List<BlueprintLibrary.Trouble> problems) {}

    @POST
    @Blocking
    @Operation(
            summary = "Load the library again",
            description = "The blueprints that come with Sluice, and the files *.json of the folder `blueprints` in the"
                    + " data folder. One that is known by its UUID is replaced if the file is newer, with `force=true`"
                    + " always: changes made to it here are lost then. Blueprints that were deleted here come"
                    + " back; the load at each start leaves them out.")
    public LoadedView load(@Parameter(example = "false") @RestQuery boolean force) {
        BlueprintLibrary.Loaded loaded = library.load(force);
        return new LoadedView(
                library.folder().toString(), loaded.created(), loaded.updated(), loaded.unchanged(), loaded.problems());
    }
}
