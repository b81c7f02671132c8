package dev.sluice.module;

import dev.sluice.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The parameters of one node, read and parsed once per workflow version, shared by all runs. Only templates are left to
 * each visit.
 */
public final class Settings {
    private final List<Param<?>> params;
    private final Object[] values;
    private final Object[] stored;

    private Settings(List<Param<?>> params, Object[] stored, Object[] values) {
        this.params = params;
        this.stored = stored;
        this.values = values;
    }

    /** Reads what a node stores under {@code indexed_params}. */
    public static Settings of(Spec spec, Map<String, Object> indexedParams, Templates templates) {
        List<Param<?>> params = spec.params();
        Object[] stored = new Object[params.size()];
        Object[] values = new Object[params.size()];
        for (int i = 0; i < values.length; i++) {
            Param<?> param = params.get(i);
            Object own = indexedParams.get(param.id());
            if (param.takesSecrets() && own instanceof String written) {
                own = SecretMarks.marked(written);
            }
            stored[i] = own != null ? asSource(param, own) : param.standard() != null ? param.standard() : "";
            Templates.Template template = own instanceof String source && !source.isEmpty() && param.isTemplate()
                    ? param.isTemplateOfLines() ? templates.parseLines(source) : templates.parse(source)
                    : null;
            if (template instanceof Templates.Text text) {
                stored[i] = text.text();
                template = null;
            }
            values[i] = template == null ? param.read(stored[i]) : template;
        }
        return new Settings(params, stored, values);
    }

    /** A number or true where a template belongs renders as nothing, as MISP's does; false is no template. */
    private static Object asSource(Param<?> param, Object own) {
        return param.isTemplate() && (own instanceof Number || Boolean.TRUE.equals(own)) ? "" : own;
    }

    /** Whether a parameter has to be rendered at each visit, which may take a while. */
    public boolean holdTemplates() {
        return Stream.of(values).anyMatch(Templates.Template.class::isInstance);
    }

    /** The value of a parameter, which must be one of the module's own. */
    @SuppressWarnings("unchecked")
    public <T> T get(Param<T> param, Map<String, Object> data) {
        for (int i = 0; i < values.length; i++) {
            if (params.get(i) == param) {
                return values[i] instanceof Templates.Template template
                        ? param.read(template.render(data))
                        : (T) values[i];
            }
        }
        throw new IllegalArgumentException("The module does not ask for " + param.id());
    }

    /** All parameters by id as they count in this visit: stored or standard, templates rendered. */
    public Map<String, Object> effective(Map<String, Object> data) {
        Fields all = new Fields(values.length);
        for (int i = 0; i < values.length; i++) {
            all.put(
                    params.get(i).id(),
                    values[i] instanceof Templates.Template template ? template.render(data) : stored[i]);
        }
        return all;
    }
}
