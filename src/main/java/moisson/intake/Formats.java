package moisson.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the format of a file that nobody declared, from its first bytes. What it holds counts more than what it is
 * called: servers announce everything as text/html or application/octet-stream.
 */
public final class Formats {
    /** How many bytes are enough. */
    public static final int HEAD = 64 << 10;

    private static final Pattern CALENDAR =
            Pattern.compile("^BEGIN:VCALENDAR", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern TURTLE = Pattern.compile(
            "^[ \\t]*+(?:@prefix|@base|prefix|base)[ \\t]++[^\\n<]*+<[^\\n>]*+>",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern TRIPLE =
            Pattern.compile("^(?:<[^<>\\s:]++:[^<>\\s]*+>|_:\\w++)[ \\t]++(?:<[^<>\\s]++>|a)[ \\t]", Pattern.MULTILINE);

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("text/csv", "csv"),
            Map.entry("text/tab-separated-values", "csv"),
            Map.entry("text/calendar", "ical"),
            Map.entry("application/rss+xml", "rss"),
            Map.entry("application/atom+xml", "rss"),
            Map.entry("text/turtle", "rdf"),
            Map.entry("application/n-triples", "rdf"),
            Map.entry("application/rdf+xml", "rdf"),
            Map.entry("application/ld+json", "rdf"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("csv", "csv"),
            Map.entry("tsv", "csv"),
            Map.entry("ics", "ical"),
            Map.entry("rss", "rss"),
            Map.entry("atom", "rss"),
            Map.entry("ttl", "rdf"),
            Map.entry("nt", "rdf"),
            Map.entry("rdf", "rdf"),
            Map.entry("jsonld", "rdf"),
            Map.entry("xlsx", "xlsx"));

    private Formats() {}

    /**
     * What the file seems to be, and why.
     *
     * @param head the first {@link #HEAD} bytes, or all when there are fewer
     * @param mediaType as the server announced it, parameters included
     */
    public static Guess guess(byte[] head, @Nullable String mediaType, @Nullable String fileName) {
        if (head.length == 0) {
            return Guess.none("Le fichier est vide.");
        }
        return binary(head).orElseGet(() -> {
            String text = text(head);
            return Stream.<Optional<Guess>>of(content(text), announced(mediaType), named(fileName))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(
                            () -> Guess.none("Ni le contenu, ni le nom, ni le type annoncé ne disent ce que c’est."));
        });
    }

    private static Optional<Guess> content(String text) {
        String start = text.strip();
        if (start.isEmpty()) {
            return Optional.of(Guess.none("Le fichier ne contient que des blancs."));
        }
        if (CALENDAR.matcher(text).find()) {
            return Optional.of(Guess.of("ical", "Le fichier contient «\u202FBEGIN:VCALENDAR\u202F»."));
        }
        if (TURTLE.matcher(text).find() || TRIPLE.matcher(text).find()) {
            return Optional.of(Guess.of("rdf", "Le fichier contient des triplets RDF (Turtle ou N-Triples)."));
        }
        if (start.startsWith("<")) {
            return Optional.of(MarkupGuess.of(start));
        }
        return JsonGuess.of(text).or(() -> TableGuess.of(text));
    }

    private static Optional<Guess> announced(@Nullable String mediaType) {
        String type =
                mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MEDIA_TYPES.get(type))
                .map(format -> Guess.of(
                        format,
                        "D’après le type annoncé («\u202F" + type
                                + "\u202F»)\u202F; le contenu lui-même n’a pas été reconnu."));
    }

    private static Optional<Guess> named(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(EXTENSIONS.get(name.substring(name.lastIndexOf('.') + 1)))
                .map(format ->
                        Guess.of(format, "D’après le nom du fichier\u202F; le contenu lui-même n’a pas été reconnu."));
    }

    private static Optional<Guess> binary(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return Optional.of(archive(start));
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(Guess.none(
                    "C’est un ancien document Office (XLS, DOC), ou un classeur protégé par un mot de passe\u202F:"
                            + " enregistrez-le au format XLSX, sans mot de passe."));
        }
        if (start.startsWith("\u001F\u008B")) {
            return Optional.of(Guess.none("C’est un fichier compressé (GZIP)\u202F: décompressez-le."));
        }
        return start.startsWith("%PDF")
                ? Optional.of(Guess.none("C’est un PDF, dont les événements ne peuvent pas être lus."))
                : Optional.empty();
    }

    private static Guess archive(String start) {
        if (start.contains("xl/")) {
            return Guess.of("xlsx", "C’est un classeur XLSX.");
        }
        if (start.contains("opendocument.spreadsheet")) {
            return Guess.none("C’est un classeur OpenDocument (ODS)\u202F: enregistrez-le au format XLSX ou CSV.");
        }
        return start.contains("word/")
                ? Guess.none("C’est un document Word, dont les événements ne peuvent pas être lus.")
                : Guess.none("C’est une archive ZIP\u202F: décompressez-la et donnez les fichiers un par un.");
    }

    private static String text(byte[] head) {
        try {
            return FeedText.open(new ByteArrayInputStream(head)).head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
