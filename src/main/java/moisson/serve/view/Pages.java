package moisson.serve.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, compiled into the jar. */
public final class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "moisson.serve.jte");

    /** The template, its frame, and its own model under the name {@code model}. */
    public String render(String template, Frame frame, Object model) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("frame", frame);
        parameters.put("model", model);
        StringOutput out = new StringOutput(16_384);
        engine.render(template + ".jte", parameters, out);
        return out.toString();
    }

    public String render(String template, Frame frame) {
        StringOutput out = new StringOutput(8_192);
        engine.render(template + ".jte", frame, out);
        return out.toString();
    }

    /** A page that stands alone, with its style in it. */
    public String standalone(String template, String style, Object model) {
        StringOutput out = new StringOutput(16_384);
        engine.render(template + ".jte", Map.of("style", style, "model", model), out);
        return out.toString();
    }
}
