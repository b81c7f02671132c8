package dev.sluice.store.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedactionTest {
    private final Redaction redaction = of(
            List.of("password", "pass", "Geheim", "пароль"),
            List.of("User.email", "Event.Attribute.{n}.comment", "Log.*"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'password':'x'}                          | {'password':'***'}",
                "{'a':[{'PASSWORD':'x'}]}                  | {'a':[{'PASSWORD':'***'}]}",
                "{'password':null}                         | {'password':null}",
                "{'password':''}                           | {'password':''}",
                "{'password':{'a':1}}                      | {'password':'***'}",
                "{'geheim':5}                              | {'geheim':'***'}",
                "{'пароль':'x'}                            | {'пароль':'***'}",
                "{'User':{'email':'a@b'}}                  | {'User':{'email':'***'}}",
                "{'Org':{'email':'a@b'}}                   | {'Org':{'email':'a@b'}}",
                "{'Event':{'Attribute':[{'comment':'c'}]}} | {'Event':{'Attribute':[{'comment':'***'}]}}",
                "{'Log':{'x':1,'y':null}}                  | {'Log':{'x':'***','y':null}}",
            })
    void what_is_named_is_taken_out(String json, String clean) {
        assertThat(clean(redaction, json)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'pass':'word'}", "{'passwords':'x'}", "{'apassword':'x'}", "{'a':'pass'}", "{'passwor", "'"})
    void what_is_not_stays_as_it_came(String json) {
        Redaction names = of(List.of("password"), List.of());

        assertThat(clean(names, json)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/User/email                  | 'a@b'                     | '***'",
                "/User                        | {'email':'a@b','id':1}    | {'email':'***','id':1}",
                "/Event/Attribute/3/comment   | 'c'                       | '***'",
                "/Event/Attribute/3           | {'comment':'c','type':'t'} | {'comment':'***','type':'t'}",
                "/Event/Attribute             | [{'comment':'c'}]         | [{'comment':'***'}]",
                "/User/email/0                | 'a@b'                     | '***'",
                "/User/pass/0                 | 'x'                       | '***'",
                "/Event/info                  | 'x'                       | 'x'",
            })
    void what_a_node_wrote_to_such_a_place_is_taken_out(String pointer, String value, String kept) {
        String details = "{'nodes':[{'changes':[{'op':'add','path':'%s','value':%s}]}]}";
        byte[] json = details.formatted(pointer, value).replace('\'', '"').getBytes(UTF_8);

        assertThat(new String(redaction.masked(json), UTF_8).replace('"', '\''))
                .isEqualTo(details.formatted(pointer, kept));
    }

    @Test
    void a_text_without_any_of_it_is_not_even_copied() {
        byte[] json = "{\"Event\": {\"info\": \"pass the word\"}}".getBytes(UTF_8);

        assertThat(of(List.of("password"), List.of()).clean(json)).isSameAs(json);
    }

    private static String clean(Redaction redaction, String json) {
        return new String(redaction.clean(json.strip().replace('\'', '"').getBytes(UTF_8)), UTF_8).replace('"', '\'');
    }

    private static Redaction of(List<String> names, List<String> paths) {
        return new Redaction(new HistoryConfig.Redact() {
            @Override
            public List<String> names() {
                return names;
            }

            @Override
            public Optional<List<String>> paths() {
                return Optional.of(paths);
            }
        });
    }
}
