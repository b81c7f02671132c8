package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.Shapes.isTrue;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.response;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Misp.Account;
import dev.sluice.module.Misp.Cluster;
import dev.sluice.module.Misp.Scope;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is only read of MISP; {@code depth} is what is told as {@code Sluice-Depth}. */
@Singleton
class MispReader {
    private final MispConnection misp;

    @Inject
    MispReader(MispConnection misp) {
        this.misp = misp;
    }

    Uni<Optional<Map<String, Object>>> event(int depth, String event) {
        return optional(
                        misp.read(
                                depth,
                                "/events/view/" + path(event)
                                        + "/includeFeedCorrelations:0/includeWarninglistHits:0/includeGranularCorrelations:1.json"))
                .onItem()
                .transform(answer -> answer.map(Shapes::map).filter(it -> it.get("Event") instanceof Map));
    }

    Uni<Map<String, List<Map<String, Object>>>> tags(int depth, Scope scope, Collection<String> uuids) {
        if (uuids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Fields query = Fields.of("returnFormat", "json", "uuid", List.copyOf(uuids));
        if (scope == Scope.EVENT) {
            query.put("metadata", true);
            return misp.search(depth, "/events/restSearch", query)
                    .onItem()
                    .transform(answer -> tags(maps(response(answer), "Event")));
        }
        return misp.search(depth, "/attributes/restSearch", query)
                .onItem()
                .transform(answer -> tags(maps(map(response(answer)).get("Attribute"))));
    }

    private static Map<String, List<Map<String, Object>>> tags(List<Map<String, Object>> things) {
        Map<String, List<Map<String, Object>>> tags = new LinkedHashMap<>();
        things.forEach(it -> tags.put(text(it, "uuid"), maps(it.get("Tag"))));
        return tags;
    }

    Uni<Boolean> knowsTag(int depth, String name) {
        return optional(misp.search(
                        depth, "/tags/search", Fields.of("tagname", Like.escaped(name), "strict_tagname", true)))
                .onItem()
                .transform(answer -> answer.stream()
                        .flatMap(it -> maps(response(it), "Tag").stream())
                        .anyMatch(it -> text(it, "name").equalsIgnoreCase(name)));
    }

    Uni<List<Map<String, Object>>> warningLists(int depth) {
        return misp.read(depth, "/warninglists/index.json").onItem().transform(answer -> {
            Object lists = map(answer).get("Warninglists");
            return maps(lists == null ? answer : lists, "Warninglist");
        });
    }

    Uni<Map<String, List<Map<String, Object>>>> warnings(int depth, Collection<String> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return misp.search(depth, "/warninglists/checkValue", List.copyOf(values))
                .onItem()
                .transform(answer -> {
                    Map<String, List<Map<String, Object>>> hits = new LinkedHashMap<>();
                    map(answer).forEach((value, lists) -> hits.put(value, maps(lists)));
                    return hits;
                });
    }

    Uni<Map<String, Object>> warningList(int depth, String id) {
        return misp.read(depth, "/warninglists/export/" + path(id)).onItem().transform(Shapes::map);
    }

    Uni<Optional<String>> organisation(int depth, String id) {
        return optional(misp.read(depth, "/organisations/view/" + path(id) + ".json"))
                .onItem()
                .transform(answer -> answer.map(it -> text(map(map(it).get("Organisation")), "name"))
                        .filter(it -> !it.isEmpty()));
    }

    Uni<List<Cluster>> clusters(int depth, String galaxy) {
        return misp.read(depth, "/galaxies/index.json")
                .onItem()
                .transform(answer -> maps(answer, "Galaxy").stream()
                        .filter(it -> text(it, "name").equalsIgnoreCase(galaxy))
                        .map(it -> text(it, "id"))
                        .findFirst())
                .onItem()
                .transformToUni(id -> id.isEmpty()
                        ? Uni.createFrom().item(List.<Cluster>of())
                        : misp.read(depth, "/galaxies/view/" + path(id.get()) + ".json")
                                .onItem()
                                .transform(answer -> maps(map(answer).get("GalaxyCluster")).stream()
                                        .map(it -> new Cluster(text(it, "value"), text(it, "tag_name")))
                                        .toList()));
    }

    Uni<List<Map<String, Object>>> decayScores(int depth, Collection<String> uuids, Collection<String> models) {
        if (uuids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Fields query = Fields.of(
                "returnFormat",
                "json",
                "uuid",
                List.copyOf(uuids),
                "includeDecayScore",
                true,
                "decayingModel",
                List.copyOf(models));
        return misp.search(depth, "/attributes/restSearch", query)
                .onItem()
                .transform(answer -> maps(map(response(answer)).get("Attribute")));
    }

    /** Site admins see it in the list; who is admin of an organisation only the roles tell. */
    Uni<List<Account>> accounts(int depth) {
        return Uni.combine()
                .all()
                .unis(misp.read(depth, "/admin/users/index.json"), misp.read(depth, "/roles/index.json"))
                .asTuple()
                .onItem()
                .transform(both -> {
                    List<Map<String, Object>> roles = maps(both.getItem2(), "Role");
                    Set<String> site = allowed(roles, "perm_site_admin");
                    Set<String> org = allowed(roles, "perm_admin");
                    return maps(both.getItem1(), "User").stream()
                            .map(it -> account(it, site, org))
                            .toList();
                });
    }

    private static Set<String> allowed(List<Map<String, Object>> roles, String permission) {
        return roles.stream()
                .filter(it -> isTrue(it.get(permission)))
                .map(it -> text(it, "id"))
                .collect(Collectors.toSet());
    }

    private static Account account(Map<String, Object> user, Set<String> site, Set<String> org) {
        String role = text(user, "role_id");
        return new Account(
                text(user, "id"),
                text(user, "email"),
                text(user, "org_id"),
                isTrue(user.get("disabled")),
                site.contains(role),
                org.contains(role));
    }

    /** Empty where MISP says 404. */
    static Uni<Optional<Object>> optional(Uni<Object> call) {
        return call.onItem()
                .transform(Optional::of)
                .onFailure(e -> e instanceof MispException misp && misp.status() == 404)
                .recoverWithItem(Optional.empty());
    }

    /** One segment of a path. */
    static String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
