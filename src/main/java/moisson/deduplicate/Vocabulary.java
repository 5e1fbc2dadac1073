package moisson.deduplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What we know of French words before reading any event: empty ones, synonyms, and how common they are in titles. */
final class Vocabulary {
    /** The number of titles to which the counts of {@code mots-courants.txt} refer. */
    static final int PRIOR_TITLES = 20_000;
    /** How many of these titles are taken to hold a word we know nothing of. */
    static final int PRIOR_UNKNOWN = 2;

    private static final int LONGEST = 4;
    private static final int DROPPED = 0;
    private static final int LONGEST_TOWN = 80;
    private static final int MOST_TOWN_WORDS = 16;
    /** More different ones than this are folded each time. */
    private static final int REMEMBERED_TOWNS = 100_000;

    private static final int REMEMBERED_NAMES = 20_000;

    private static final Town NOWHERE = Town.of(Phrase.EMPTY);

    private final IntTable empty;
    private final IntTable prior;
    private final IntTable communes;
    /** From the hash of a sequence of words to the word that replaces it, 0 when nothing does. */
    private final IntTable synonyms;
    /** How many words the longest rule beginning with this word has. */
    private final IntTable ruleLengths;

    /** By names as they were told: they come again and again. */
    private final Map<String, Town> towns = new ConcurrentHashMap<>();

    /** Of organisers, the same. */
    private final Map<String, Name> names = new ConcurrentHashMap<>();

    private Vocabulary(IntTable empty, IntTable prior, IntTable communes, IntTable synonyms, IntTable ruleLengths) {
        this.empty = empty;
        this.prior = prior;
        this.communes = communes;
        this.synonyms = synonyms;
        this.ruleLengths = ruleLengths;
    }

    static Vocabulary shipped() {
        Map<Integer, Integer> empty = new HashMap<>();
        lines("mots-vides.txt").forEach(line -> words(line).forEach(word -> empty.put(Hashing.hash(word), 1)));
        Map<Integer, Integer> synonyms = new HashMap<>();
        Map<Integer, Integer> lengths = new HashMap<>();
        lines("synonymes.txt").forEach(line -> rule(line, synonyms, lengths));
        return new Vocabulary(
                IntTable.of(empty),
                counts("mots-courants.txt", " "),
                counts("communes-courantes.txt", ", "),
                IntTable.of(synonyms),
                IntTable.of(lengths));
    }

    boolean isEmpty(int word) {
        return empty.get(word, 0) != 0;
    }

    int prior(int word) {
        return prior.get(word, PRIOR_UNKNOWN);
    }

    /** How many of {@link #PRIOR_TITLES} events take place in this commune, by the hash of its name; 0 in most. */
    int eventsIn(int commune) {
        return communes.get(commune, 0);
    }

    /** The words that tell something, each once, in order, synonyms replaced. */
    Phrase phrase(Scan scan, int most) {
        return telling(scan, most).build();
    }

    /** The words of {@link #phrase} without their text. */
    int[] ids(Scan scan, int most) {
        return telling(scan, most).ids();
    }

    /** A name as it was told, and the words of it that tell something. */
    @SuppressWarnings("ArrayRecordComponent") // a primitive array for speed; never compared as a whole, never changed
    record Name(Scan scan, int[] words) {}

    /**
     * The name of an organiser.
     *
     * @param longest how many characters are read
     */
    Name name(String told, int longest, int most) {
        Name known = names.get(told);
        if (known != null) {
            return known;
        }
        Scan scan = Scan.of(told, longest);
        Name name = new Name(scan, ids(scan, most));
        if (told.length() <= longest && names.size() < REMEMBERED_NAMES) {
            names.put(told, name);
        }
        return name;
    }

    /** A commune by its name. */
    Town town(@Nullable String name) {
        if (name == null) {
            return NOWHERE;
        }
        Town known = towns.get(name);
        if (known != null) {
            return known;
        }
        Town town = Town.of(phrase(Scan.of(name, LONGEST_TOWN), MOST_TOWN_WORDS));
        if (name.length() <= LONGEST_TOWN && towns.size() < REMEMBERED_TOWNS) {
            towns.put(name, town);
        }
        return town;
    }

    private PhraseBuilder telling(Scan scan, int most) {
        int[] kept = new int[scan.size()];
        int count = 0;
        for (int word = 0; word < scan.size(); word++) {
            if (!isEmpty(scan.ids()[word])) {
                kept[count++] = word;
            }
        }
        PhraseBuilder phrase = new PhraseBuilder(scan, Math.min(most, count));
        for (int i = 0; i < count && !phrase.full(); ) {
            i += apply(scan, kept, i, count, phrase);
        }
        return phrase;
    }

    /** Adds the word at {@code i}, or what stands for the longest known sequence there; returns how many words that took. */
    private int apply(Scan scan, int[] kept, int i, int count, PhraseBuilder phrase) {
        int first = scan.ids()[kept[i]];
        int longest = Math.min(ruleLengths.get(first, 0), count - i);
        for (int length = longest; length > 0; length--) {
            int sequence = 0;
            for (int k = 0; k < length; k++) {
                sequence = sequence * 31 + scan.ids()[kept[i + k]];
            }
            int replacement = synonyms.get(sequence, -1);
            if (replacement != -1) {
                phrase.add(replacement, kept[i], kept[i + length - 1]);
                return length;
            }
        }
        phrase.add(first, kept[i], kept[i]);
        return 1;
    }

    /** Lines of a number and what occurs that often. */
    private static IntTable counts(String file, String separator) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines(file).forEach(line -> {
            int gap = line.indexOf(' ');
            Integer count = Integer.valueOf(line.substring(0, gap));
            for (String each : line.substring(gap + 1).split(separator, -1)) {
                counts.put(Hashing.hash(each), count);
            }
        });
        return IntTable.of(counts);
    }

    private static void rule(String line, Map<Integer, Integer> synonyms, Map<Integer, Integer> lengths) {
        String[] sides = line.split("=", 2);
        List<String> left = words(sides[0]);
        if (left.size() > LONGEST) {
            throw new IllegalStateException("too long a rule: " + line);
        }
        int sequence = 0;
        for (String word : left) {
            sequence = sequence * 31 + Hashing.hash(word);
        }
        synonyms.put(sequence, sides[1].isBlank() ? DROPPED : Hashing.hash(sides[1].strip()));
        lengths.merge(Hashing.hash(left.getFirst()), left.size(), Math::max);
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(" ", -1))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not shipped: " + name);
            }
            List<String> lines = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
