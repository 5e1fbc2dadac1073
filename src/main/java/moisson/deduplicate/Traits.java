package moisson.deduplicate;

import java.util.Arrays;
import moisson.event.Event;
import moisson.event.Mode;
import org.jspecify.annotations.Nullable;

/**
 * An event reduced to what is compared, made once per event. Everything in it is bounded, whatever the event's texts.
 *
 * @param source hash of the source's id
 * @param titleSign hash of the set of title words: equal titles in any order have the same
 * @param placeTitle whether the title only names the place or the organiser
 * @param organisers telling words of each organiser
 * @param acronyms hash of each organiser's initials
 * @param description its first words, the empty ones too
 * @param descriptionSign hash of the very first of them
 * @param textLength of the whole description, in characters
 * @param language hash of the language, 0 when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Traits(
        int source,
        Phrase title,
        int titleSign,
        boolean placeTitle,
        Schedule schedule,
        Spot spot,
        boolean online,
        boolean onSite,
        int[][] organisers,
        int[] acronyms,
        WebPage page,
        int[] description,
        int descriptionSign,
        int textLength,
        int[] markers,
        int language) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int MOST_TITLE_WORDS = 32;
    static final int MOST_DESCRIPTION_WORDS = 16;
    private static final int SIGN_WORDS = 8;
    private static final int MOST_ORGANISERS = 4;
    private static final int YEAR_DIGITS = 4;

    static Traits of(Event event, Vocabulary vocabulary) {
        Scan titleScan = Scan.of(event.title(), LONGEST_TITLE);
        Scan venueScan = Scan.of(Spot.venue(event.place()), LONGEST_TITLE);
        Scan descriptionScan = Scan.of(event.wording().description(), LONGEST_DESCRIPTION, MOST_DESCRIPTION_WORDS);
        Schedule schedule = Schedule.of(event.when());
        Phrase title = withoutYear(title(event.title(), titleScan, vocabulary), schedule);
        boolean online = event.kind().mode() == Mode.ONLINE;
        Spot spot = Spot.of(event.place(), online ? Scan.EMPTY : venueScan, vocabulary);
        Organisers organisers = Organisers.of(event.hosts().organisers(), spot, vocabulary, MOST_ORGANISERS);
        int[] description =
                Arrays.copyOf(descriptionScan.ids(), Math.min(descriptionScan.size(), MOST_DESCRIPTION_WORDS));
        String language = event.wording().language();
        return new Traits(
                Hashing.hash(event.id().source()),
                title,
                Hashing.hashOfSet(title.ids()),
                names(title, spot, organisers),
                schedule,
                spot,
                online,
                event.kind().mode() == Mode.ON_SITE,
                organisers.words(),
                organisers.acronyms(),
                WebPage.of(event.links().page()),
                description,
                Arrays.hashCode(Arrays.copyOf(description, Math.min(description.length, SIGN_WORDS))),
                length(event.wording().description()),
                Markers.of(titleScan, cut(event.title()), venueScan, descriptionScan, vocabulary),
                language == null || language.isBlank() ? 0 : Hashing.hash(primary(language)));
    }

    private static int length(@Nullable String description) {
        return description == null ? 0 : description.length();
    }

    /** The first part of a language tag: "fr" of "fr-FR". */
    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    private static Phrase title(String raw, Scan scan, Vocabulary vocabulary) {
        Phrase title = vocabulary.phrase(scan, MOST_TITLE_WORDS);
        if (title.isEmpty()) {
            // "À vous !" is made of empty words only: better compare those than nothing.
            PhraseBuilder whole = new PhraseBuilder(scan, Math.min(scan.size(), MOST_TITLE_WORDS));
            for (int i = 0; i < scan.size() && !whole.full(); i++) {
                whole.add(scan.ids()[i], i, i);
            }
            return whole.build();
        }
        return cut(raw) && title.size() > 2 ? title.withoutLast() : title;
    }

    /** "Salon 2026" in 2026 says no more than "Salon"; the year of another edition would. */
    private static Phrase withoutYear(Phrase title, Schedule schedule) {
        for (int i = 0; i < title.size() && title.size() > 1; i++) {
            if (title.end(i) - title.start(i) == YEAR_DIGITS && schedule.firstYear() == title.number(i)) {
                return title.without(i);
            }
        }
        return title;
    }

    private static boolean cut(String title) {
        return title.endsWith("…") || title.endsWith("...");
    }

    private static boolean names(Phrase title, Spot spot, Organisers organisers) {
        for (int i = 0; i < title.size(); i++) {
            int word = title.ids()[i];
            // "(26)" is the département.
            boolean number = title.end(i) - title.start(i) <= 2
                    && Character.isDigit(title.text().charAt(title.start(i)));
            if (!number
                    && !Phrase.contains(spot.communeWords(), word)
                    && !Phrase.contains(spot.venue(), word)
                    && !organisers.name(word)) {
                return false;
            }
        }
        return true;
    }
}
