package dev.sluice.module;

import dev.sluice.payload.PayloadException;
import dev.sluice.template.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Templates are Jinja2's, rendered in process. */
@ApplicationScoped
final class JinjaTemplates implements Templates {
    private static final Pattern BREAKS = Pattern.compile("\\R");

    @Override
    public Template parse(String source) {
        return parse(source, UnaryOperator.identity());
    }

    @Override
    public Template parseLines(String source) {
        return parse(source, value -> BREAKS.matcher(value).replaceAll(" "));
    }

    private static Template parse(String source, UnaryOperator<String> finish) {
        try {
            var parsed = dev.sluice.template.Template.parse(source).finishedBy(finish);
            return parsed.constant().<Template>map(Text::new).orElse(data -> {
                try {
                    return parsed.render(data);
                } catch (TemplateException e) {
                    throw failure(e);
                }
            });
        } catch (TemplateException e) {
            PayloadException failure = failure(e);
            return data -> {
                throw failure;
            };
        }
    }

    @Override
    public String problem(String source) {
        try {
            dev.sluice.template.Template.parse(source);
            return "";
        } catch (TemplateException e) {
            return failure(e).getMessage();
        }
    }

    private static PayloadException failure(TemplateException e) {
        return new PayloadException("The template fails at line " + e.line() + ", column " + e.column() + ": "
                + SecretMarks.shown(e.getMessage()));
    }
}
