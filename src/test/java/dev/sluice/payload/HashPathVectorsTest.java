package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What paths find in an event and in a list of odd values, line by line: path, arrow, what it finds as JSON. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HashPathVectorsTest {
    private static final Object EVENT = Json.parse(
            """
            {"Event":{"id":"64","info":"x","published":false,"n":null,"zero":0,
             "Tag":[{"name":"tlp:red","local":0},{"name":"tlp:white","local":1}],
             "_AttributeFlattened":[
              {"id":"1","type":"ip-src","value":"8.8.8.8","to_ids":true,"comment":null,"Tag":[{"name":"PAP:RED"}]},
              {"id":"2","type":"url","value":"http://a.b/c","to_ids":false,"comment":""},
              {"id":"10","type":"ip-dst","value":"1.2.3.4","to_ids":1,"enrichment":[{"Object":[{"name":"geo","Attribute":[
                {"object_relation":"country","value":"LU"},{"object_relation":"x","value":"45.5"}]}]}]}],
             "Org":{"id":"1","name":"ORGNAME"}},"s":"scalar","list":["a","b"],"10":"ten"}""");

    private static final Object ODD = Json.parse(
            """
            {"A":[{"t":"P","v":"1.2.3.4|80","n":5,"f":"5.50","e":"","z":"0","k.x":"dot","sp ace":"s","arr":[1]},
             {"t":"url","v":"http://x/?a[0]=1","n":"10","f":"abc"},{"t":"comment","v":"a]b","n":null}]}"""
                    .replace("\"P\"", "\"ip-src|port\""));

    private static final String IN_EVENT =
            """
            Event.id => ["64"]
            Event.Tag => [{"name":"tlp:red","local":0},{"name":"tlp:white","local":1}]
            Event.Tag.name => []
            Event.Tag.0.name => ["tlp:red"]
            Event.Tag.{n}.name => ["tlp:red","tlp:white"]
            Event.Tag.{s} => []
            Event.{s}.name => ["ORGNAME"]
            {*}.id => ["64"]
            @[type=ip-src].value => ["8.8.8.8"]
            @[type = ip-src].value => ["8.8.8.8"]
            @[ type=ip-src].value => []
            @[type=/ip-.*/].value => ["8.8.8.8","1.2.3.4"]
            @[type=/IP-.*/i].value => ["8.8.8.8","1.2.3.4"]
            @[type=/ip-(src|dst)$/].value => ["8.8.8.8","1.2.3.4"]
            @[type=/[a-z]+-src/].value => ["8.8.8.8"]
            @[to_ids=true].id => ["1"]
            @[to_ids=1].id => ["1","10"]
            @[to_ids=0].id => ["2"]
            @[to_ids=false].id => ["2"]
            @[to_ids].id => ["1","2","10"]
            @[comment].id => ["2"]
            @[comment=].id => ["1","2","10"]
            @[comment!=x].id => ["1","2"]
            @[id>1].id => ["2","10"]
            @[id>=2].id => ["2","10"]
            @[id<10].id => ["1","2"]
            @[value=8.8.8.8].type => ["ip-src"]
            @[value=/^http:\\/\\//].type => ["url"]
            @[type!=url].value => ["8.8.8.8","1.2.3.4"]
            @[Tag].id => ["1"]
            @[type=ip-src][id=1].value => ["8.8.8.8"]
            @[type=ip-src,ip-dst].value => []
            @.enrichment.{n}.Object.{n}[name=geo].Attribute.{n}[object_relation=country].value => ["LU"]
            @.enrichment.{n}.Object.0.Attribute.{n}[object_relation=x][value<50].value => ["45.5"]
            Event.published => [false]
            Event.n => []
            Event.nope => []
            Event.nope.{n} => []
            Event.zero => [0]
            s => ["scalar"]
            s.{n} => ["scalar"]
            list => ["a","b"]
            list.{n} => ["a","b"]
            {n} => ["ten"]
            10 => ["ten"]
            Event.Org[name=ORGNAME].id => ["1"]
            Event[id=64].info => ["x"]
            Event.Tag[name=tlp:red] => []
            Event.Tag.[name=tlp:red] => []
            Event.Tag.{n}[name="tlp:red"] => []
            Event.Tag[0] => [[{"name":"tlp:red","local":0},{"name":"tlp:white","local":1}]]
            Event.Tag.{n}.{*} => ["tlp:red",0,"tlp:white",1]
            Event.{n} => []
            Event..Tag => []
            .Event => []
            Event. => []
            {n => []
            Event.Tag.{foo}.name => []
            """;

    private static final String IN_ODD =
            """
            A.{n}[n=5].t => ["ip-src|port"]
            A.{n}[n=5.0].t => ["ip-src|port"]
            A.{n}[n!=5].t => ["url","comment"]
            A.{n}[n>5].t => ["url"]
            A.{n}[n<10].t => ["ip-src|port","comment"]
            A.{n}[n<=10].t => ["ip-src|port","url","comment"]
            A.{n}[n>=5][n<=10].t => ["ip-src|port","url"]
            A.{n}[f=5.5].t => ["ip-src|port"]
            A.{n}[f>5].t => ["ip-src|port","url"]
            A.{n}[f<abd].t => ["ip-src|port","url"]
            A.{n}[e].t => ["ip-src|port"]
            A.{n}[e!=x].t => ["ip-src|port"]
            A.{n}[z].t => ["ip-src|port"]
            A.{n}[z=0].t => ["ip-src|port"]
            A.{n}[k.x=dot].t => ["ip-src|port"]
            A.{n}[sp ace=s].t => ["ip-src|port"]
            A.{n}[arr].t => ["ip-src|port"]
            A.{n}[arr=1].t => []
            A.{n}[missing!=x].t => []
            A.{n}[missing=].t => ["ip-src|port","url","comment"]
            A.{n}[].t => ["ip-src|port","url","comment"]
            A.{n}[t=url ].v => []
            A.{n}[t==url].v => []
            A.{n}[t=URL].v => []
            A.{n}[t= url].v => ["http://x/?a[0]=1"]
            A.{n}[t!=/url/].v => ["1.2.3.4|80","http://x/?a[0]=1","a]b"]
            A.{n}[t=/(unclosed/].v => []
            A.{n}[v=/\\[0\\]/].t => ["url"]
            A.{n}[v=/[0-9]|80$/i].t => []
            A.{n}[v=a]b].t => []
            A.{n}[t>=u].v => ["http://x/?a[0]=1"]
            A.0[t=/ip/].n => [5]
            A.{s} => []
            A[0].t => []
            """;

    static Stream<Arguments> in_event() {
        return vectors(IN_EVENT);
    }

    static Stream<Arguments> in_odd() {
        return vectors(IN_ODD);
    }

    private static Stream<Arguments> vectors(String lines) {
        return lines.lines()
                .map(line ->
                        line.replaceFirst("^@", "Event._AttributeFlattened.{n}").split(" => ", 2))
                .map(it -> Arguments.of(it[0], it[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("in_event")
    void a_path_finds_in_an_event(String path, String expected) {
        assertFinds(path, EVENT, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("in_odd")
    void a_path_finds_among_odd_values(String path, String expected) {
        assertFinds(path, ODD, expected);
    }

    private static void assertFinds(String path, Object data, String expected) {
        Object found = HashPath.parse(path).extract(data);

        assertThat(Conformance.same(found, Json.parse(expected)))
                .as(Json.write(found))
                .isTrue();
    }

    @Test
    void an_empty_path_and_0_are_the_data_itself() {
        assertThat(HashPath.parse("").extract(EVENT)).isSameAs(EVENT);
        assertThat(HashPath.parse("0").extract(EVENT)).isSameAs(EVENT);
        assertThat(HashPath.parse(null).extract(EVENT)).isSameAs(EVENT);
    }

    @Test
    void a_regular_expression_against_a_list_is_an_error() {
        assertThatThrownBy(() -> HashPath.parse("A.{n}[arr=/1/].t").extract(ODD))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("\"arr\" is a list");
    }

    @Test
    void get_walks_keys_and_takes_null_for_missing() {
        assertThat(get("")).isEqualTo("DEF");
        assertThat(get("Event.id")).isEqualTo("64");
        assertThat(get("Event.n")).isEqualTo("DEF");
        assertThat(get("Event.Tag.0.name")).isEqualTo("tlp:red");
        assertThat(get("Event.Tag.{n}.name")).isEqualTo("DEF");
        assertThat(get("Event.published")).isEqualTo(false);
        assertThat(get("Event.zero")).isEqualTo(0L);
        assertThat(get("s.x")).isEqualTo("DEF");
        assertThat(get("10")).isEqualTo("ten");
        assertThat(get(null)).isEqualTo("DEF");
    }

    private static Object get(String path) {
        return HashPath.parse(path).get(EVENT, "DEF");
    }

    @Test
    void insert_sets_what_a_path_names() {
        assertInserts("E.b.c", "9", "{'E':{'a':1,'l':[{'n':1},{'n':2}],'b':{'c':9}}}");
        assertInserts("E.a.z", "9", "{'E':{'a':{'z':9},'l':[{'n':1},{'n':2}]}}");
        assertInserts("E.l.{n}.m", "7", "{'E':{'a':1,'l':[{'n':1,'m':7},{'n':2,'m':7}]}}");
        assertInserts("E.l.{n}[n=1].m", "7", "{'E':{'a':1,'l':[{'n':1,'m':7},{'n':2}]}}");
        assertInserts("E.l.{n}", "{'q':1}", "{'E':{'a':1,'l':[{'n':1,'q':1},{'n':2,'q':1}]}}");
        assertInserts("E.l.2", "3", "{'E':{'a':1,'l':[{'n':1},{'n':2},3]}}");
        assertInserts("E.l.7", "3", "{'E':{'a':1,'l':{'0':{'n':1},'1':{'n':2},'7':3}}}");
    }

    private static void assertInserts(String path, String value, String expected) {
        Object changed = HashPath.parse(path).insert(small(), json(value));
        assertThat(Conformance.same(changed, json(expected)))
                .as(Json.write(changed))
                .isTrue();
    }

    @Test
    void remove_drops_what_becomes_empty_and_keeps_holes() {
        assertThat(HashPath.parse("E.l.{n}.n").remove(small())).isEqualTo(json("{'E':{'a':1}}"));
        assertThat(HashPath.parse("E.l.{n}[n=1]").remove(small())).isEqualTo(json("{'E':{'a':1,'l':{'1':{'n':2}}}}"));
        assertThat(HashPath.parse("E.l.1").remove(small())).isEqualTo(json("{'E':{'a':1,'l':[{'n':1}]}}"));
        Object data = small();
        assertThat(HashPath.parse("E.x.y").remove(data)).isSameAs(data);
    }

    @Test
    void combine_zips_keys_and_values_and_groups_them() {
        Object rows = json("[{'id':7,'v':'A','g':'x'},{'id':8,'v':'B','g':'y'},{'id':9,'v':'C','g':'x'}]");

        assertThat(HashPath.combine(rows, "{n}.id", "{n}.v", null)).isEqualTo(json("{'7':'A','8':'B','9':'C'}"));
        assertThat(HashPath.combine(rows, "{n}.id", "{n}.v", "{n}.g"))
                .isEqualTo(json("{'x':{'7':'A','9':'C'},'y':{'8':'B'}}"));
        assertThat(HashPath.combine(rows, "{n}.id", "{n}.v", "{n}.none")).isEqualTo(json("{'7':'A','8':'B','9':'C'}"));
        assertThat(HashPath.combine(rows, "{n}.none", "{n}.v", null)).isEqualTo(json("[]"));
        assertThatThrownBy(() -> HashPath.combine(json("[{'id':1,'v':2},{'id':3}]"), "{n}.id", "{n}.v", null))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("2 keys")
                .hasMessageContaining("1 values");
    }

    private static Object small() {
        return json("{'E':{'a':1,'l':[{'n':1},{'n':2}]}}");
    }

    private static Object json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
