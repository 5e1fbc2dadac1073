package moisson.serve.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed into the form, read field by field. */
final class Proposal {
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-3])\\s*(?:[:hH]\\s*([0-5]\\d)?)");

    private final Map<String, String> fields;

    Proposal(Map<String, String> fields) {
        Map<String, String> clean = new LinkedHashMap<>();
        fields.forEach((name, value) -> clean.put(
                name,
                value.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip()));
        this.fields = clean;
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** AAAA-MM-JJ or JJ/MM/AAAA. */
    Optional<LocalDate> day(String name) {
        try {
            String text = text(name);
            return Optional.of(text.contains("/") ? LocalDate.parse(text, FRENCH) : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "9:30", "09:30", "9h30", "9 h". */
    Optional<LocalTime> hour(String name) {
        Matcher matcher = HOUR.matcher(text(name).replace('\u00a0', ' ').replace('\u202f', ' '));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String minutes = matcher.group(2);
        return Optional.of(
                LocalTime.of(Integer.parseInt(matcher.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
    }
}
