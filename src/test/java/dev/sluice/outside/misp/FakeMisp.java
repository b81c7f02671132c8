package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.Shapes.isTrue;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.text;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A MISP of tests: events, tags, lists and accounts in memory, behind the REST calls Sluice makes, on loopback. It keeps
 * what was asked, and of what changed a table like those of the recorded cases.
 */
public final class FakeMisp implements AutoCloseable {
    public static final String KEY = "0123456789012345678901234567890123456789";

    /** A call as it came. */
    public record Called(String method, String path, Map<String, String> headers, Object body) {}

    /** An answer that is given instead. */
    public record Instead(int status, String type, byte[] body) {}

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Supplier<String> now;
    private final List<Called> calls = new CopyOnWriteArrayList<>();
    private final Deque<Instead> instead = new ArrayDeque<>();
    private volatile Consumer<Called> listener = call -> {};

    private final Map<String, Map<String, Object>> events = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> tags = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> warningLists = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> galaxies = new LinkedHashMap<>();
    private final Fields changes = new Fields();
    private int nextId = 61;

    /** Starts it; {@code now} is the time stamp changes get. */
    public FakeMisp(Supplier<String> now) {
        this(now, null);
    }

    /** As the other, behind TLS where there is a context for it. */
    FakeMisp(Supplier<String> now, SSLContext tls) {
        this.now = now;
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (tls == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort();
    }

    public List<Called> calls() {
        return calls;
    }

    /** What changed: {@code {table: {added|removed|changed: [row]}}}, rows as the recorded cases have them. */
    public Map<String, Object> changes() {
        return changes;
    }

    /** The next call gets this answer, whatever it asks for; several wait in a row. */
    public synchronized void answerInstead(int status, String type, String body) {
        instead.add(new Instead(status, type, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Told of each call before it is answered. */
    public void onCall(Consumer<Called> told) {
        listener = told;
    }

    /** An event in core format, what a workflow adds left out. */
    public void has(Map<String, Object> event) {
        Map<String, Object> copy = map(Json.parse(Json.write(event.get("Event"))));
        copy.remove("_AttributeFlattened");
        for (Map<String, Object> attribute : attributes(copy)) {
            attribute.remove("_allTags");
            maps(attribute.get("Tag")).forEach(it -> knowsTag(text(it, "name")));
        }
        maps(copy.get("Tag")).forEach(it -> knowsTag(text(it, "name")));
        events.put(text(copy, "id"), copy);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        List.of(events, tags, warningLists, lists, galaxies, changes).forEach(Map::clear);
        calls.clear();
        nextId = 61;
    }

    public Map<String, Object> event(String id) {
        return events.get(id);
    }

    public void knowsTag(String name) {
        String id = Integer.toString(tags.size() + 1);
        tags.putIfAbsent(name, Fields.of("id", id, "name", name, "is_galaxy", name.startsWith("misp-galaxy:")));
    }

    public void hasWarningList(Map<String, Object> list, List<String> entries) {
        Fields whole = Fields.copyOf(list);
        whole.put("list", new ArrayList<Object>(entries));
        warningLists.put(text(list, "id"), whole);
    }

    public void hasGalaxy(String id, String name, Map<String, String> tagsByValue) {
        List<Object> clusters = new ArrayList<>();
        tagsByValue.forEach((value, tag) -> {
            clusters.add(Fields.of("value", value, "tag_name", tag));
            knowsTag(tag);
        });
        galaxies.put(id, Fields.of("Galaxy", Fields.of("id", id, "name", name), "GalaxyCluster", clusters));
    }

    /** A row of what is only listed, by the name of its envelope: Organisation, SharingGroup, User, Role and so on. */
    public void lists(String envelope, Map<String, Object> row) {
        lists.computeIfAbsent(envelope, it -> new ArrayList<>()).add(Fields.of(envelope, row));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            URI uri = exchange.getRequestURI();
            Called call = new Called(
                    exchange.getRequestMethod(), uri.getRawPath(), headers, sent.length == 0 ? null : Json.parse(sent));
            calls.add(call);
            listener.accept(call);
            Instead given = answer(call);
            exchange.getResponseHeaders().set("Content-Type", given.type());
            exchange.sendResponseHeaders(given.status(), given.body().length == 0 ? -1 : given.body().length);
            exchange.getResponseBody().write(given.body());
        }
    }

    private synchronized Instead answer(Called call) {
        Instead other = instead.poll();
        if (other != null) {
            return other;
        }
        try {
            if (!KEY.equals(call.headers().get("authorization"))) {
                throw new Refused(403, "Authentication failed. Please make sure you pass the API key.");
            }
            return json(200, answer(call.path().split("/"), call.path(), call.body()));
        } catch (Refused e) {
            return json(e.status, Fields.of("name", e.getMessage(), "message", e.getMessage(), "url", call.path()));
        }
    }

    private static Instead json(int status, Object body) {
        return new Instead(status, "application/json", Json.writeBytes(body));
    }

    private Object answer(String[] path, String whole, Object body) {
        String last =
                URLDecoder.decode(path[path.length - 1], StandardCharsets.UTF_8).replace(".json", "");
        String what = path[1] + "/" + (path.length > 2 ? path[2].replace(".json", "") : "");
        return switch (what) {
            case "servers/getVersion" -> Fields.of("version", "2.5.1");
            case "events/view" -> Fields.of("Event", event(path[3], 404));
            case "events/restSearch" ->
                Fields.of(
                        "response",
                        events.values().stream()
                                .filter(it -> wanted(body, it))
                                .map(it -> Fields.of("Event", without(it, "Attribute", "Object")))
                                .toList());
            case "attributes/view" -> Fields.of("Attribute", without(byId(last, false), "Galaxy", "ShadowAttribute"));
            case "objects/view" -> Fields.of("Object", byId(last, true));
            case "attributes/restSearch" -> Fields.of("response", Fields.of("Attribute", found(map(body))));
            case "attributes/edit" -> {
                Map<String, Object> attribute = attribute(last);
                edit(attribute, map(body));
                yield Fields.of("Attribute", attribute);
            }
            case "events/edit" -> {
                Map<String, Object> event = event(last, 404);
                editEvent(event, map(map(body).get("Event")));
                yield Fields.of("Event", event);
            }
            case "events/publish", "events/alert", "events/unpublish" -> {
                event(last, 404).put("published", !what.endsWith("unpublish"));
                yield Fields.of("saved", true, "success", true, "message", "Job queued");
            }
            case "events/enrichEvent" -> {
                event(last, 404);
                yield Fields.of("saved", true, "success", true, "message", "Enrichment task queued");
            }
            case "tags/index" -> Fields.of("Tag", List.copyOf(tags.values()));
            case "tags/search" -> {
                String pattern = text(map(body), "tagname");
                yield tags.values().stream()
                        .filter(it -> isLike(text(it, "name"), pattern))
                        .map(it -> Fields.of("Tag", it))
                        .toList();
            }
            case "tags/add" -> {
                String name = text(map(map(body).get("Tag")), "name");
                create(name);
                yield Fields.of("Tag", tags.get(name));
            }
            case "tags/attachTagToObject" -> attach(map(body));
            case "tags/removeTagFromObject" -> detach(map(body));
            case "tags/modifyTagRelationship" -> Fields.of("saved", true);
            case "shadow_attributes/accept", "shadow_attributes/discard" -> {
                propose(last, what.endsWith("accept"));
                yield Fields.of("saved", true, "success", true);
            }
            case "warninglists/index" ->
                Fields.of(
                        "Warninglists",
                        warningLists.values().stream()
                                .map(it -> Fields.of("Warninglist", without(it, "list")))
                                .toList());
            case "warninglists/checkValue" -> check((Collection<?>) body);
            case "warninglists/export" -> without(warningLists.get(last), "id", "category", "default", "enabled");
            case "warninglists/import" -> importList(map(body));
            case "eventBlocklists/add" -> block(map(body));
            case "organisations/view" ->
                listed("Organisation").stream()
                        .filter(it -> last.equals(text(map(it.get("Organisation")), "id")))
                        .findFirst()
                        .orElseThrow(() -> new Refused(404, "Invalid organisation"));
            case "organisations/index" -> listed("Organisation");
            case "sharing_groups/index" -> Fields.of("response", listed("SharingGroup"));
            case "decayingModel/index" -> listed("DecayingModel");
            case "roles/index" -> listed("Role");
            case "admin/users" -> listed("User");
            case "galaxies/index" ->
                galaxies.values().stream()
                        .map(it -> without(it, "GalaxyCluster"))
                        .toList();
            case "galaxies/view" -> galaxies.get(last);
            default -> throw new Refused(404, "There is no " + whole + " here.");
        };
    }

    private List<Map<String, Object>> listed(String envelope) {
        return lists.getOrDefault(envelope, List.of());
    }

    private static boolean wanted(Object body, Map<String, Object> thing) {
        return map(body).containsKey("eventid")
                ? text(map(body), "eventid").equals(text(thing, "id"))
                : map(body).get("uuid") instanceof Collection<?> uuids && uuids.contains(text(thing, "uuid"));
    }

    private static Fields without(Map<String, Object> map, String... keys) {
        Fields rest = Fields.copyOf(map);
        List.of(keys).forEach(rest::remove);
        return rest;
    }

    private List<Object> found(Map<String, Object> query) {
        List<Object> found = new ArrayList<>();
        for (Map<String, Object> event : events.values()) {
            for (Map<String, Object> attribute : attributes(event)) {
                if (wanted(query, attribute)) {
                    Fields copy = without(attribute, "ShadowAttribute");
                    copy.put("Event", Fields.of("id", event.get("id"), "uuid", event.get("uuid")));
                    if (query.get("decayingModel") instanceof Collection<?> models && models.contains("1")) {
                        copy.put(
                                "decay_score",
                                List.of(Fields.of(
                                        "score",
                                        0L,
                                        "base_score",
                                        80L,
                                        "decayed",
                                        true,
                                        "DecayingModel",
                                        Fields.of("id", "1", "name", "Synthetic simple"))));
                    }
                    found.add(copy);
                }
            }
        }
        return found;
    }

    private Map<String, Object> event(String idOrUuid, int otherwise) {
        return events.values().stream()
                .filter(it -> idOrUuid.equals(text(it, "id")) || idOrUuid.equals(text(it, "uuid")))
                .findFirst()
                .orElseThrow(() -> new Refused(otherwise, "Invalid event"));
    }

    private Map<String, Object> attribute(String uuid) {
        return events.values().stream()
                .flatMap(it -> attributes(it).stream())
                .filter(it -> uuid.equals(text(it, "uuid")))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "Invalid attribute"));
    }

    private Map<String, Object> byId(String id, boolean object) {
        return events.values().stream()
                .flatMap(it -> object ? maps(it.get("Object")).stream() : attributes(it).stream())
                .filter(it -> id.equals(text(it, "id")))
                .findFirst()
                .orElseThrow(() -> new Refused(404, object ? "Invalid object" : "Invalid attribute"));
    }

    private static List<Map<String, Object>> attributes(Map<String, Object> event) {
        List<Map<String, Object>> all = new ArrayList<>(maps(event.get("Attribute")));
        maps(event.get("Object")).forEach(it -> all.addAll(maps(it.get("Attribute"))));
        return all;
    }

    private void edit(Map<String, Object> attribute, Map<String, Object> fields) {
        Fields row = Fields.of("id", attribute.get("id"));
        fields.forEach((key, value) -> {
            if (!key.equals("uuid") && !column(value).equals(column(attribute.get(key)))) {
                row.put(key, List.of(column(attribute.get(key)), column(value)));
                attribute.put(key, value);
            }
        });
        attribute.put("timestamp", now.get());
        changed("attributes", row);
    }

    private void editEvent(Map<String, Object> event, Map<String, Object> fields) {
        Fields row = Fields.of("id", event.get("id"));
        fields.forEach((key, value) -> {
            if (key.equals("Attribute")) {
                for (Map<String, Object> change : maps(value)) {
                    maps(event.get("Attribute")).stream()
                            .filter(it -> !text(change, "uuid").isEmpty()
                                    && text(it, "uuid").equals(text(change, "uuid")))
                            .findFirst()
                            .ifPresentOrElse(it -> edit(it, change), () -> append(event, change));
                }
            } else if (!column(value).equals(column(event.get(key)))) {
                row.put(key, List.of(column(event.get(key)), column(value)));
                event.put(key, value);
            }
        });
        event.put("timestamp", now.get());
        event.put("published", false);
        changed("events", row);
    }

    private void append(Map<String, Object> event, Map<String, Object> attribute) {
        Fields added = Fields.of("id", Integer.toString(nextId++), "event_id", event.get("id"), "object_id", "0");
        added.putAll(attribute);
        added.putIfAbsent("uuid", UUID.nameUUIDFromBytes(Json.writeBytes(added)).toString());
        added.put("timestamp", now.get());
        list(event, "Attribute").add(added);
        count(event);
        row(
                "attributes",
                "added",
                Fields.of("event_id", event.get("id"), "type", added.get("type"), "value1", added.get("value")));
    }

    private static void count(Map<String, Object> event) {
        String count = text(event, "attribute_count");
        event.put("attribute_count", Integer.toString((count.isEmpty() ? 0 : Integer.parseInt(count)) + 1));
    }

    /** A value as the table holds it. */
    private static String column(Object value) {
        return value instanceof Boolean flag ? (flag ? "1" : "0") : text(value);
    }

    private void create(String name) {
        knowsTag(name);
        row("tags", "added", Fields.of("name", name, "local_only", "0"));
    }

    private Object attach(Map<String, Object> body) {
        String uuid = text(body, "uuid");
        String name = tags.keySet().stream()
                .filter(it -> isLike(it, text(body, "tag")))
                .findFirst()
                .orElse(text(body, "tag"));
        if (!tags.containsKey(name)) {
            create(name);
        }
        Tagged thing = tagged(uuid);
        if (thing.tags().stream().noneMatch(it -> name.equals(text(map(it), "name")))) {
            Object relationship = body.get("relationship_type");
            Fields tag = Fields.copyOf(tags.get(name));
            tag.put("local", isTrue(body.get("local")));
            tag.put("relationship_type", relationship);
            thing.tags().add(tag);
            row(thing.table(), "added", thing.row(name, isTrue(body.get("local")), relationship));
        }
        return Fields.of("saved", true, "success", "Tag added.");
    }

    private Object detach(Map<String, Object> body) {
        Tagged thing = tagged(text(body, "uuid"));
        Map<String, Object> tag = thing.tags().stream()
                .map(Shapes::map)
                .filter(it -> isLike(text(it, "name"), text(body, "tag")))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "Invalid tag"));
        thing.tags().remove(tag);
        row(thing.table(), "removed", thing.row(text(tag, "name"), isTrue(tag.get("local")), null));
        return Fields.of("saved", true, "success", "Tag removed.");
    }

    /** An event or attribute with its list of tags. */
    private record Tagged(String table, Fields ids, List<Object> tags) {
        Fields row(String tag, boolean local, Object relationship) {
            Fields row = Fields.copyOf(ids);
            row.putAll(Fields.of("tag", tag, "local", local ? "1" : "0", "relationship_type", relationship));
            return row;
        }
    }

    private Tagged tagged(String uuid) {
        for (Map<String, Object> event : events.values()) {
            if (uuid.equals(text(event, "uuid"))) {
                return new Tagged("event_tags", Fields.of("event_id", event.get("id")), list(event, "Tag"));
            }
            for (Map<String, Object> it : attributes(event)) {
                if (uuid.equals(text(it, "uuid"))) {
                    return new Tagged(
                            "attribute_tags",
                            Fields.of("attribute_id", it.get("id"), "event_id", event.get("id")),
                            list(it, "Tag"));
                }
            }
        }
        throw new Refused(404, "Invalid Target.");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> map, String key) {
        return (List<Object>) map.computeIfAbsent(key, it -> new ArrayList<>());
    }

    private static boolean isLike(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean escaped = false;
        for (String c : pattern.codePoints().mapToObj(Character::toString).toList()) {
            if (!escaped && c.equals("\\")) {
                escaped = true;
                continue;
            }
            regex.append(!escaped && c.equals("%") ? ".*" : !escaped && c.equals("_") ? "." : Pattern.quote(c));
            escaped = false;
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private void propose(String id, boolean accept) {
        for (Map<String, Object> event : events.values()) {
            for (Map<String, Object> attribute : attributes(event)) {
                take(attribute, id).ifPresent(it -> {
                    if (accept) {
                        Fields row = Fields.of("id", attribute.get("id"));
                        row.put("value1", List.of(text(attribute, "value"), text(it, "value")));
                        row.put("comment", List.of(text(attribute, "comment"), text(it, "comment")));
                        attribute.putAll(Fields.of(
                                "value", it.get("value"), "comment", it.get("comment"), "timestamp", now.get()));
                        event.put("timestamp", now.get());
                        changed("attributes", row);
                    }
                });
            }
            take(event, id).filter(it -> accept).ifPresent(it -> add(event, it));
        }
    }

    private java.util.Optional<Map<String, Object>> take(Map<String, Object> of, String id) {
        List<Object> proposals = list(of, "ShadowAttribute");
        var found = proposals.stream()
                .map(Shapes::map)
                .filter(it -> id.equals(text(it, "id")))
                .findFirst();
        found.ifPresent(it -> {
            proposals.remove(it);
            changed("shadow_attributes", Fields.of("id", id, "deleted", List.of("0", "1")));
        });
        return found;
    }

    private void add(Map<String, Object> event, Map<String, Object> proposal) {
        Fields added = new Fields();
        added.put("id", Integer.toString(nextId++));
        List.of("type", "category", "to_ids", "uuid", "event_id", "timestamp", "comment", "value")
                .forEach(it -> added.put(it, proposal.get(it)));
        added.putAll(Fields.of(
                "distribution",
                "5",
                "sharing_group_id",
                "0",
                "deleted",
                false,
                "disable_correlation",
                false,
                "object_id",
                "0",
                "object_relation",
                null,
                "first_seen",
                null,
                "last_seen",
                null,
                "Galaxy",
                new ArrayList<Object>(),
                "ShadowAttribute",
                new ArrayList<Object>()));
        list(event, "Attribute").add(added);
        count(event);
        event.put("timestamp", now.get());
        row(
                "attributes",
                "added",
                Fields.of("event_id", event.get("id"), "type", added.get("type"), "value1", added.get("value")));
    }

    private Object check(Collection<?> values) {
        Fields hits = new Fields();
        for (Object value : values) {
            List<Object> on = new ArrayList<>();
            for (Map<String, Object> list : warningLists.values()) {
                ((Collection<?>) list.get("list"))
                        .stream()
                                .map(Object::toString)
                                .filter(it -> value.equals(it)
                                        || ("hostname".equals(list.get("type"))
                                                && value.toString().endsWith("." + it))
                                        || (it.endsWith(".0/24")
                                                && value.toString().startsWith(it.substring(0, it.length() - 4))))
                                .forEach(it -> on.add(
                                        Fields.of("id", list.get("id"), "name", list.get("name"), "matched", it)));
            }
            if (!on.isEmpty()) {
                hits.put(value.toString(), on);
            }
        }
        return hits;
    }

    private Object importList(Map<String, Object> list) {
        Map<String, Object> known = warningLists.values().stream()
                .filter(it -> text(it, "name").equals(text(list, "name")))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "Invalid warninglist"));
        Object id = known.get("id");
        ((Collection<?>) known.get("list"))
                .forEach(it -> row("warninglist_entries", "removed", Fields.of("warninglist_id", id, "value", it)));
        known.put("list", new ArrayList<Object>((Collection<?>) list.get("list")));
        ((Collection<?>) known.get("list"))
                .forEach(it -> row("warninglist_entries", "added", Fields.of("warninglist_id", id, "value", it)));
        return Fields.of("saved", true, "success", true, "message", "Warninglist imported");
    }

    private Object block(Map<String, Object> body) {
        for (Object uuid : (Collection<?>) body.get("uuids")) {
            row(
                    "event_blocklists",
                    "added",
                    Fields.of(
                            "event_uuid", uuid,
                            "event_info", body.get("event_info"),
                            "event_orgc", body.get("event_orgc"),
                            "comment", body.get("comment")));
        }
        return Fields.of("result", Fields.of("successes", body.get("uuids"), "fails", List.of()));
    }

    private void changed(String table, Fields row) {
        if (row.size() > 1) {
            row(table, "changed", row);
        }
    }

    private void row(String table, String how, Fields row) {
        Map<String, Object> ofTable = map(changes.computeIfAbsent(table, it -> new Fields()));
        list(ofTable, how).add(row);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
