package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import moisson.event.Delivery;
import moisson.event.Source;
import moisson.intake.FeedReader;
import moisson.intake.FeedReaders;
import moisson.intake.Formats;
import moisson.intake.Guess;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.jspecify.annotations.Nullable;

/**
 * A feed given by hand, that belongs to no known source.
 *
 * @param source stands in for the source: events without a word of where they are from are its own
 */
record FeedFile(Path path, Source source, FeedReader reader) {
    private static final Set<String> TABLES = Set.of("csv", "xlsx");

    /**
     * Looks at a file, and reads nothing yet.
     *
     * @param name of the source it stands for
     * @param format as {@link FeedReaders} names it, or null to find out
     * @throws IllegalArgumentException when the format is unknown
     */
    static FeedFile of(Path path, String name, @Nullable String format) throws CannotException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new CannotException("Le fichier «\u202F" + path + "\u202F» n’existe pas, ou ne peut pas être lu.");
        }
        FeedReader reader = reader(path, format);
        Source source =
                new Source(name, name, reader.format(), path.toUri().toString(), null, "Europe/Paris", "", true, 0);
        return new FeedFile(path, source, reader);
    }

    private static FeedReader reader(Path path, @Nullable String format) throws CannotException {
        if (format != null) {
            return FeedReaders.forFormat(format)
                    .orElseThrow(() -> new IllegalArgumentException("Le format «\u202F" + format
                            + "\u202F» est inconnu. Formats connus\u202F: "
                            + String.join(", ", FeedReaders.formats()) + "."));
        }
        Guess guess = guess(path);
        return guess.format()
                .flatMap(FeedReaders::forFormat)
                .orElseThrow(() -> new IllegalArgumentException("Le format de «\u202F" + path
                        + "\u202F» n’a pas été reconnu. " + guess.reason() + " Vous pouvez le donner avec --format."));
    }

    private static Guess guess(Path path) throws CannotException {
        try (InputStream in = Files.newInputStream(path)) {
            return Formats.guess(in.readNBytes(Formats.HEAD), null, String.valueOf(path.getFileName()));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Whether it has columns, one of which may say which feed each row is from. */
    boolean isTable() {
        return TABLES.contains(reader.format());
    }

    void read(RecordSink sink) throws CannotException {
        try {
            // Neither the sum nor the hour matters to readers, and the answer must not depend on them.
            reader.read(new Delivery(source, "", path, Files.size(path), Instant.EPOCH, null, null), sink);
        } catch (UnreadableFeedException e) {
            throw new CannotException("«\u202F" + path + "\u202F»\u202F: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static CannotException unreadable(Path path, IOException e) {
        String why = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return new CannotException("Le fichier «\u202F" + path + "\u202F» ne peut pas être lu (" + why + ").", e);
    }
}
