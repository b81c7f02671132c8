package dev.sluice.bench;

import dev.sluice.payload.Json;
import dev.sluice.template.Template;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A ten-line template, as somebody writes it for a message, over events of several sizes; and the parsing beside it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx400m", "-XX:+UseSerialGC"})
public class TemplateBenchmark {
    private static final String TEN_LINES =
            """
            {% set event = Event %}
            New event {{ event.info }} ({{ event.uuid }}) of {{ event.Orgc.name|upper }}, {{ event.date }}
            {% if event.threat_level_id == '1' %}HIGH{% elif event.threat_level_id == '2' %}medium{% else %}low{% endif %}
            {% for tag in event.Tag %}{{ tag.name }}{% if not loop.last %}, {% endif %}{% endfor %}
            {% for attribute in event.Attribute if attribute.to_ids %}
            - {{ loop.index }}. {{ attribute.type }}: {{ attribute.value }}{% if attribute.Tag %} [{{ attribute.Tag|map(attribute='name')|join(', ') }}]{% endif %}
            {%- else %}
            Nothing to detect.
            {% endfor %}
            {{ event.Attribute|length }} in all; {{ event.comment|default('no comment') }}
            """;

    @Param({"10", "1000"})
    int attributes;

    private final Template template = Template.parse(TEN_LINES);
    private Map<String, Object> data;

    @Setup
    @SuppressWarnings("unchecked")
    public void prepare() {
        data = (Map<String, Object>) Json.parse(Events.event(attributes));
    }

    @Benchmark
    public String render() {
        return template.render(data);
    }

    @Benchmark
    public Template parse() {
        return Template.parse(TEN_LINES);
    }

    /** For those who have no JMH at hand: {@code java -cp … dev.sluice.bench.TemplateBenchmark}. */
    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(TemplateBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
