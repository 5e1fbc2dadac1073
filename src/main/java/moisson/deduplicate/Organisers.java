package moisson.deduplicate;

import java.util.List;

/** Who organises, as words and as initials, the commune's name left out of both. */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Organisers(int[][] words, int[] acronyms) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 16;
    private static final int AGENDA = Hashing.hash("agenda");

    static Organisers of(List<String> names, Spot spot, Vocabulary vocabulary, int most) {
        int count = Math.min(names.size(), most);
        int[][] words = new int[count][];
        int[] acronyms = new int[count];
        for (int i = 0; i < count; i++) {
            Vocabulary.Name told = vocabulary.name(names.get(i), LONGEST, MOST_WORDS);
            Scan scan = told.scan();
            int[] name = told.words();
            // "Agenda de Toulouse" names the publisher of the feed, not an organiser.
            boolean agenda = name.length > 0 && name[0] == AGENDA;
            words[i] = agenda ? new int[0] : name;
            acronyms[i] = agenda ? 0 : acronym(scan, spot, vocabulary);
        }
        return new Organisers(words, acronyms);
    }

    /** Whether this word stands in one of the names. */
    boolean name(int word) {
        for (int[] name : words) {
            if (Phrase.contains(name, word)) {
                return true;
            }
        }
        return false;
    }

    private static int acronym(Scan name, Spot spot, Vocabulary vocabulary) {
        int count = 0;
        int initials = Hashing.START;
        int only = 0;
        for (int i = 0; i < Math.min(name.size(), MOST_WORDS); i++) {
            int id = name.ids()[i];
            if (!vocabulary.isEmpty(id) && !Phrase.contains(spot.communeWords(), id)) {
                initials = Hashing.next(initials, name.first(i));
                count++;
                only = id;
            }
        }
        return count < 2 ? only : Hashing.spread(initials);
    }
}
