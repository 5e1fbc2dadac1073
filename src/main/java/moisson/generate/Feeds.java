package moisson.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import moisson.event.Field;

/** Files in each format. A new format is one class and one name here. */
final class Feeds {
    /** Our own names of columns, which every reader of tables knows. */
    static final Map<Field, String> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.TITLE, "titre"),
            Map.entry(Field.DESCRIPTION, "description"),
            Map.entry(Field.LANGUAGE, "langue"),
            Map.entry(Field.FORMAT, "format"),
            Map.entry(Field.MODE, "mode"),
            Map.entry(Field.STATUS, "statut"),
            Map.entry(Field.START, "debut"),
            Map.entry(Field.END, "fin"),
            Map.entry(Field.START_TIME, "heure_debut"),
            Map.entry(Field.END_TIME, "heure_fin"),
            Map.entry(Field.SESSION, "seances"),
            Map.entry(Field.VENUE, "lieu"),
            Map.entry(Field.ADDRESS, "adresse"),
            Map.entry(Field.POSTCODE, "code_postal"),
            Map.entry(Field.COMMUNE, "commune"),
            Map.entry(Field.INSEE, "code_commune"),
            Map.entry(Field.LATITUDE, "latitude"),
            Map.entry(Field.LONGITUDE, "longitude"),
            Map.entry(Field.ORGANISER, "organisateurs"),
            Map.entry(Field.AUDIENCE, "publics"),
            Map.entry(Field.KEYWORD, "mots_cles"),
            Map.entry(Field.URL, "url")));

    private static final char SEMICOLON = ';';

    private Feeds() {}

    /** One file being written. */
    interface Feed extends Closeable {
        void add(Telling telling) throws IOException;
    }

    /** @param byHand a table as a city's office makes it: a semicolon between cells, as its spreadsheet wants it */
    static Feed open(FeedFormat format, boolean byHand, String name, Path file) throws IOException {
        Writer out = new BufferedWriter(Files.newBufferedWriter(file, UTF_8), 1 << 16);
        return switch (format) {
            case CSV -> new TableFeed(out, byHand ? SEMICOLON : ',');
            case JSON -> new ObjectFeed(out, false);
            case MOISSON -> new ObjectFeed(out, true);
            case OPENAGENDA -> new AgendaFeed(out, name);
            case ICAL -> new CalendarFeed(out, name);
            case RSS -> new SyndicatedFeed(out, name);
            case RDF -> new LinkedFeed(out);
        };
    }

    /** What a reader of this format takes for the key of a record. */
    static String key(FeedFormat format, Telling telling) {
        return format == FeedFormat.RDF ? LinkedFeed.iri(telling) : telling.key();
    }
}
