package dev.sluice.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried against sandboxes of Jinja leads to nothing, and data is never a template. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttackTest {
    private static final Map<String, Object> DATA = Fields.of(
            "Event", Fields.of("info", "x", "Tag", List.of(Fields.of("name", "tlp:red"))), "words", List.of("a", "b"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__.__mro__[1].__subclasses__() }}",
                "{{ ''.__class__.__base__.__subclasses__() }}",
                "{{ [].__class__.__mro__ }}",
                "{{ ().__class__.__bases__[0].__subclasses__() }}",
                "{{ ''['__class__']['__mro__'] }}",
                "{{ ''|attr('__class__')|attr('__mro__') }}",
                "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f')|attr('\\x5f\\x5fmro\\x5f\\x5f') }}",
                "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
                "{{ joiner.__init__.__globals__ }}",
                "{{ namespace.__init__.__globals__ }}",
                "{{ lipsum.__globals__['os'].popen('id').read() }}",
                "{{ lipsum|attr('__globals__') }}",
                "{{ range.__class__.__mro__ }}",
                "{{ dict.__base__.__subclasses__() }}",
                "{{ self.__init__.__globals__.__builtins__ }}",
                "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
                "{{ Event.__class__.__init__.__globals__ }}",
                "{{ Event.items.__func__.__code__ }}",
                "{{ Event.items.__self__.__class__ }}",
                "{{ words|map(attribute='__class__')|map(attribute='__mro__')|list }}",
                "{{ words|groupby('__class__')|first }}",
                "{{ words|sort(attribute='__class__.__name__') }}",
                "{{ '%(a.__class__)s' % {'a': 1} }}",
                "{{ '{0.__class__.__mro__}'.format('') }}",
                "{{ '{0.__class__.__init__.__globals__}'.format(cycler) }}",
                "{{ '{a.__class__}'.format(a=1) }}",
                "{{ '{a.__class__}'.format_map({'a': 1}) }}",
                "{{ ('{0.__cl' ~ 'ass__}').format(42) }}",
                "{% set f = '{0.__class__.__mro__[1].__subclasses__}'.format %}{{ f('') }}",
                "{{ ['{0.__class__.__mro__}']|map('format', '')|first }}",
                "{{ request.application.__globals__ }}",
                "{{ config.items() }}",
                "{{ url_for.__globals__ }}",
                "{{ get_flashed_messages.__globals__ }}",
                "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
                "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func.__globals__ }}",
                "{% set ns = namespace() %}{{ ns.__class__.__mro__ }}",
                "{{ loop.__class__ }}",
                "{% for x in words %}{{ loop.__init__.__globals__ }}{% endfor %}",
                "{% include '/etc/passwd' %}",
                "{% import 'os' as os %}{{ os }}",
                "{% extends '/etc/passwd' %}",
                "{{ Event.getClass() }}",
                "{{ ''.getClass().forName('java.lang.Runtime') }}",
                "{{ Event.class }}",
                "{{ T(java.lang.Runtime).getRuntime().exec('id') }}",
                "${7*7}#{7*7}<%= 7*7 %>",
            })
    void nothing_comes_of_it(String template) {
        String text;
        try {
            text = Template.parse(template).render(DATA);
        } catch (TemplateException e) {
            return;
        }
        assertThat(text)
                .doesNotContain("<class", "type>", "java.", "subclasses", "os.", "uid=", "root:", "builtins", "49");
    }

    @Test
    void braces_in_data_are_text_however_often_they_go_through_a_template() {
        Map<String, Object> data = Fields.of("Event", Fields.of("info", "{{ 7 * 7 }}{% for x in y %}{# c #}"));

        assertThat(Template.parse("{{ Event.info }}").render(data)).isEqualTo("{{ 7 * 7 }}{% for x in y %}{# c #}");
        assertThat(Template.parse("{% set t %}{{ Event.info }}{% endset %}{{ t }}")
                        .render(data))
                .isEqualTo("{{ 7 * 7 }}{% for x in y %}{# c #}");
        assertThat(Template.parse("{{ '{0}'.format(Event.info) }}").render(data))
                .startsWith("{{ 7 * 7 }}");
    }

    @Test
    void nothing_a_template_does_changes_the_data() {
        Map<String, Object> data = Fields.of(
                "Event",
                Fields.of("Tag", List.of("a", "b"), "info", "x"),
                "list",
                new java.util.ArrayList<>(List.of(1L)));
        String before = Json.write(data);

        Template.parse(
                        "{% set _ = list.append(2) %}{% set _ = Event.update({'info': 'y'}) %}{% set _ = Event.Tag.pop() %}"
                                + "{% set _ = Event.pop('Tag') %}{% set _ = list.clear() %}{{ Event }}{{ list }}")
                .render(data);

        assertThat(Json.write(data)).isEqualTo(before);
    }
}
