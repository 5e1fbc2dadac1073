package moisson.reference;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import moisson.event.Edition;
import moisson.event.When;

/** The editions that are known, by year. Read from {@code editions.csv}; the seven editions of 2014 to 2020 are shipped. */
public final class Editions {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final List<Edition> listed;

    /**
     * Editions in any order.
     *
     * @throws IllegalArgumentException when two of them have the same year
     */
    public Editions(List<Edition> editions) {
        listed =
                editions.stream().sorted(Comparator.comparingInt(Edition::year)).toList();
        for (int i = 1; i < listed.size(); i++) {
            if (listed.get(i).year() == listed.get(i - 1).year()) {
                throw new IllegalArgumentException(
                        "two editions in " + listed.get(i).year());
            }
        }
    }

    public static Editions shipped() {
        try (Reader reader = Shipped.open("editions.csv")) {
            return EditionsTable.read("editions.csv", reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads an operator's own file.
     *
     * @throws UnreadableTableException with the file, line and column that are wrong
     */
    public static Editions read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return EditionsTable.read(file.toString(), reader);
        } catch (CharacterCodingException broken) {
            throw new UnreadableTableException("%s : le fichier n’est pas en UTF-8.".formatted(file), broken);
        }
    }

    public Optional<Edition> of(int year) {
        return listed.stream().filter(edition -> edition.year() == year).findFirst();
    }

    /** The edition whose days it touches; the earliest when there are several. */
    public Optional<Edition> welcoming(When when) {
        return listed.stream().filter(edition -> edition.welcomes(when)).findFirst();
    }

    /**
     * The edition that accepts proposals at this instant, from the first moment of its first day of submission to the
     * last of its last one, in Paris. Without a known last day an edition accepts none; without a known first day it
     * accepts them until the last. The one that closes first, when there are several.
     */
    public Optional<Edition> open(Instant now) {
        LocalDate today = now.atZone(PARIS).toLocalDate();
        Edition soonest = null;
        LocalDate soonestClose = LocalDate.MAX;
        for (Edition edition : listed) {
            LocalDate opens = edition.submissionsOpen();
            LocalDate closes = edition.submissionsClose();
            boolean begun = opens == null || !today.isBefore(opens);
            if (closes != null && begun && !today.isAfter(closes) && closes.isBefore(soonestClose)) {
                soonest = edition;
                soonestClose = closes;
            }
        }
        return Optional.ofNullable(soonest);
    }

    /** All of them, oldest first. */
    public List<Edition> list() {
        return listed;
    }
}
