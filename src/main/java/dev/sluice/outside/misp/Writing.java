package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Echoes;
import dev.sluice.module.Misp;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How anything is changed: sent once, remembered as ours; in a dry run only written down. */
@Singleton
class Writing {
    private final MispConnection misp;
    private final OwnWrites own;

    @Inject
    Writing(MispConnection misp, OwnWrites own) {
        this.misp = misp;
        this.own = own;
    }

    Uni<Void> change(Visit by, List<String> things, String path, Object body, String kind, Object... details) {
        return once(by, things, () -> post(by, path, body).replaceWithVoid(), null, kind, details);
    }

    <T> Uni<T> once(Visit by, List<String> things, Supplier<Uni<T>> call, T asIf, String kind, Object... details) {
        return by.effects().areRecorded() ? recorded(by, asIf, kind, details) : during(by, things, call);
    }

    /** Does the write, remembering what is written to: that, and the event the run is about, which it touches. */
    <T> Uni<T> during(Visit by, List<String> things, Supplier<Uni<T>> call) {
        List<String> all = new ArrayList<>(things);
        Map<String, Object> event = event(by);
        for (String key : List.of("id", "uuid")) {
            String name = text(event, key);
            if (!name.isEmpty() && !all.contains(Echoes.event(name))) {
                all.add(Echoes.event(name));
            }
        }
        return Uni.createFrom().deferred(() -> {
            own.note(by.occasion(), things);
            return own.during(depth(by), all, call);
        });
    }

    /** The event that the data of a run is about; empty where it is about none. */
    static Map<String, Object> event(Visit by) {
        return by.payload() == null ? Map.of() : map(by.payload().data().get("Event"));
    }

    /** A dry run fails where the real one would for want of a MISP. */
    <T> Uni<T> recorded(Visit by, T asIf, String kind, Object... details) {
        return Uni.createFrom().item(() -> {
            if (!misp.isConfigured()) {
                throw new MispException(0, Misp.NOT_CONFIGURED);
            }
            by.effects().record(kind, details);
            return asIf;
        });
    }

    Uni<Object> post(Visit by, String path, Object body) {
        return misp.write(depth(by), path, body);
    }

    static int depth(Visit by) {
        return by.occasion().depth() + 1;
    }
}
