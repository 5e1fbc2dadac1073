package moisson.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import moisson.event.Field;
import org.jspecify.annotations.Nullable;

/** What the values of a column are, seen from their form alone. Every pattern is linear. */
final class ContentGuess {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.\\p{L}{2,24}");
    private static final Pattern PHONE = Pattern.compile("(?:\\+\\d{2}|0)[ .]?[1-9](?:[ .-]?\\d\\d){4}");
    private static final Pattern URL = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE =
            Pattern.compile("https?://\\S+\\.(?:jpe?g|png|gif|webp|svg)(?:\\?\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSITION = Pattern.compile("-?\\d{1,2}\\.\\d+\\s*,\\s*-?\\d{1,3}\\.\\d+");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:[T ].{1,30})?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}(?: .{1,30})?"
                    + "|(?:\\p{L}{5,8} )?\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4}.{0,30}");
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}\\s?[hH:]\\s?(?:\\d\\d)?(?::\\d\\d)?");
    private static final Pattern FIVE = Pattern.compile("\\d{5}");
    private static final Pattern CODE = Pattern.compile("\\d{5}|2[AB]\\d{3}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}[.,]\\d{2,20}");
    private static final int LONG = 120;

    private ContentGuess() {}

    /**
     * @param fields what such values may mean, the most likely first; empty for what is not to be read
     * @param why in French
     */
    record Content(List<Field> fields, boolean key, String why) {
        Content(List<Field> fields, String why) {
            this(fields, false, why);
        }
    }

    static Optional<Content> of(List<String> samples) {
        return samples.isEmpty() ? Optional.empty() : Optional.ofNullable(content(samples));
    }

    private static @Nullable Content content(List<String> samples) {
        if (most(samples, EMAIL)) {
            return new Content(List.of(), "ses valeurs sont des adresses électroniques, qui ne se publient pas");
        }
        if (most(samples, PHONE)) {
            return new Content(List.of(), "ses valeurs sont des numéros de téléphone, qui ne se publient pas");
        }
        if (most(samples, IMAGE)) {
            return new Content(List.of(), "ses valeurs sont des adresses d’images");
        }
        if (most(samples, URL)) {
            return new Content(List.of(Field.URL, Field.REGISTRATION), "ses valeurs sont des adresses web");
        }
        if (most(samples, POSITION)) {
            return new Content(List.of(Field.POSITION), "ses valeurs sont des coordonnées «\u202flat, lon\u202f»");
        }
        if (most(samples, DATE)) {
            return new Content(List.of(Field.START, Field.END), "ses valeurs sont des dates");
        }
        if (most(samples, HOUR)) {
            return new Content(List.of(Field.START_TIME, Field.END_TIME), "ses valeurs sont des heures");
        }
        if (most(samples, CODE)) {
            return code(samples);
        }
        return most(samples, DECIMAL) ? coordinate(samples) : text(samples);
    }

    /** Postcodes mostly end with a zero, codes of communes do not, and Corsica has letters in the latter only. */
    private static Content code(List<String> samples) {
        boolean postcode =
                samples.stream().allMatch(value -> FIVE.matcher(value).matches())
                        && samples.stream().filter(value -> value.endsWith("0")).count() * 2 >= samples.size();
        return postcode
                ? new Content(List.of(Field.POSTCODE), "ses valeurs ont cinq chiffres, comme des codes postaux")
                : new Content(List.of(Field.INSEE), "ses valeurs ont la forme de codes INSEE de communes");
    }

    private static @Nullable Content coordinate(List<String> samples) {
        if (all(samples, 41, 51.6)) {
            return new Content(List.of(Field.LATITUDE), "ses valeurs sont des latitudes de métropole");
        }
        return all(samples, -5.5, 10)
                ? new Content(List.of(Field.LONGITUDE), "ses valeurs sont des longitudes de métropole")
                : null;
    }

    private static @Nullable Content text(List<String> samples) {
        double length = samples.stream().mapToInt(String::length).average().orElse(0);
        long distinct = samples.stream().distinct().count();
        long spaced = samples.stream().filter(value -> value.indexOf(' ') > 0).count();
        if (length >= LONG) {
            return new Content(List.of(Field.DESCRIPTION), "ses valeurs sont de longs textes");
        }
        List<Field> none = new ArrayList<>();
        if (samples.size() > 2 && distinct == samples.size() && spaced == 0 && length <= 60) {
            return new Content(none, true, "ses valeurs sont toutes différentes et sans espace");
        }
        return distinct * 10 >= samples.size() * 8L && spaced * 10 >= samples.size() * 7L && length >= 12
                ? new Content(List.of(Field.TITLE), "ses valeurs sont de courts textes, presque tous différents")
                : null;
    }

    private static boolean all(List<String> samples, double least, double most) {
        return samples.stream().map(value -> value.replace(',', '.')).allMatch(value -> {
            double number = DECIMAL.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
            return number >= least && number <= most;
        });
    }

    private static boolean most(List<String> samples, Pattern pattern) {
        Predicate<String> matches = value -> pattern.matcher(value).matches();
        return samples.stream().filter(matches).count() * 10 >= samples.size() * 8L;
    }
}
