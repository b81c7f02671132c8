package dev.sluice.template;

import dev.sluice.template.python.Limits;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.ValueException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A Jinja2 template, parsed once and rendered any number of times, by any number of threads.
 *
 * <p>The language is that of Jinja2 3.1 in its sandbox with its default settings: no extensions, no other templates to
 * load, no automatic escaping. Data is never read as template text.
 */
public final class Template {
    private final Source source;
    private final Block whole;
    private final Map<String, Block> blocks;
    private final UnaryOperator<String> finish;

    private Template(Source source, Block whole, Map<String, Block> blocks, UnaryOperator<String> finish) {
        this.source = source;
        this.whole = whole;
        this.blocks = blocks;
        this.finish = finish;
    }

    /**
     * Reads the source of a template, of at most 65,536 UTF-16 units.
     *
     * @throws TemplateException where Jinja would not compile it either, or it nests deeper than 100 levels
     */
    public static Template parse(String text) {
        Source source = Source.of(text);
        if (isPlain(source.text())) {
            return new Template(source, null, Map.of(), UnaryOperator.identity());
        }
        try {
            return parse(source);
        } catch (StackOverflowError e) {
            throw new TemplateException("The template nests too deep.", 1, 1);
        }
    }

    private static Template parse(Source source) {
        Tokens tokens = new Tokens(source);
        Scopes scopes = new Scopes(tokens);
        Unknown unknown = new Unknown(tokens);
        ExpressionParser expressions = new ExpressionParser(tokens, scopes, unknown);
        BlockParser blocks = new BlockParser(tokens, scopes);
        Block whole = blocks.whole(new StatementParser(tokens, scopes, expressions, blocks));
        unknown.refuse();
        blocks.settle();
        return new Template(source, whole, blocks.blocks(), UnaryOperator.identity());
    }

    /** This template with something done to each text that an expression puts out, like Jinja's {@code finalize}. */
    public Template finishedBy(UnaryOperator<String> finish) {
        return new Template(source, whole, blocks, finish);
    }

    private static boolean isPlain(String text) {
        return !text.contains("{{") && !text.contains("{%") && !text.contains("{#");
    }

    /** The text it renders to whatever the data; empty for a template that has anything to evaluate. */
    public Optional<String> constant() {
        return whole == null ? Optional.of(source.text()) : Optional.empty();
    }

    /**
     * The text that the template makes of the data: null, Boolean, Long, BigInteger, Double, String, and Lists and Maps
     * of these. Nothing of it is changed, whatever the template does.
     *
     * @throws TemplateException where Jinja fails, too, or a limit of {@link Limits#STANDARD} is exceeded
     */
    public String render(Map<String, ?> data) {
        return render(data, Limits.STANDARD);
    }

    /** As {@link #render(Map)}, within other limits. */
    public String render(Map<String, ?> data, Limits limits) {
        if (whole == null) {
            return source.text();
        }
        Run run = new Run(new Rendering(limits), blocks, source.text().length(), finish);
        try {
            whole.run(run, new Variables(data));
            return run.text();
        } catch (ValueException e) {
            throw source.error(run.at, e.getMessage());
        } catch (StackOverflowError e) {
            throw source.error(run.at, "The template, or the data it handles here, nests too deep.");
        } catch (RuntimeException e) {
            throw source.error(run.at, "The template failed here for a reason of its engine: " + e + ".");
        }
    }
}
