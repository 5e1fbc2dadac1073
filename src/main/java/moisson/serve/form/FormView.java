package moisson.serve.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Term;
import org.jspecify.annotations.Nullable;

/**
 * The form as it is shown, empty or with what was typed.
 *
 * @param general something to say above the form that is no field's fault
 * @param errors by field
 */
public record FormView(
        String edition,
        String days,
        String firstDay,
        String lastDay,
        String closes,
        String controller,
        String stamp,
        @Nullable String general,
        Map<String, String> values,
        Map<String, String> errors) {
    public FormView {
        values = Map.copyOf(values);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean chosen(String field, String code) {
        return value(field).equals(code);
    }

    /** The hint and, when there is one, the error that belong to a field. */
    public @Nullable String describedBy(String field, boolean hint) {
        String ids = (hint ? "aide-" + field : "") + (errors.containsKey(field) ? " erreur-" + field : "");
        return ids.isBlank() ? null : ids.strip();
    }

    public List<Term> formats() {
        return Arrays.asList(EventFormat.values());
    }

    public List<Term> modes() {
        return Arrays.asList(Mode.values());
    }

    public List<Term> organiserTypes() {
        return Arrays.asList(OrganiserType.values());
    }

    /** A page that says why there is no form. */
    public record Closed(
            String sentence,
            String reason,
            @Nullable String next,
            @Nullable String contact) {}

    /** One text field; {@code null} hints and completions are left out. */
    public record Input(
            String name,
            String label,
            @Nullable String hint,
            String type,
            @Nullable String autocomplete,
            boolean optional,
            boolean narrow) {
        public static Input text(String name, String label, @Nullable String hint) {
            return new Input(name, label, hint, "text", null, false, false);
        }

        public Input facultative() {
            return new Input(name, label, hint, type, autocomplete, true, narrow);
        }

        public Input of(String kind, @Nullable String completion) {
            return new Input(name, label, hint, kind, completion, optional, narrow);
        }

        public Input small() {
            return new Input(name, label, hint, type, autocomplete, optional, true);
        }
    }
}
