package moisson.deduplicate;

/**
 * Words that tell look-alikes apart: room, track, guided or free visit, language, edition, year, number of an episode.
 * Each is an int: its kind in the upper bits, a hash of its value below.
 */
final class Markers {
    /** How two sets of markers stand to each other. */
    enum Contrast {
        NONE,
        /** A number or a language that only one of them tells, or another one: speaks against, but proves nothing. */
        SOFT,
        /** Another room, another episode: certainly not the same. */
        HARD
    }

    private static final int ROOM = 1;
    private static final int TRACK = 2;
    private static final int VISIT = 3;
    private static final int LANGUAGE = 4;
    private static final int YEAR = 5;
    private static final int EDITION = 6;
    private static final int NUMBER = 7;
    private static final int FIRST_ORDINAL = 8;
    /** A track said at the end of the title, "Forum – parcours RH": one without it is another one, or all of them. */
    private static final int LAST_TRACK = 30;
    /** The title is cut, its end unknown. */
    private static final int CUT = 31;

    private static final int KIND_SHIFT = 26;
    private static final int VALUE_MASK = (1 << KIND_SHIFT) - 1;

    private static final IntTable TRACKS = IntTable.of("parcours track piste", i -> 1);
    private static final IntTable VISITS = IntTable.of("visite visites visit", i -> 1);
    private static final IntTable VISIT_KINDS = visitKinds();
    private static final IntTable LANGUAGES = languages();
    private static final IntTable ORDINALS = ordinals();
    private static final IntTable ROMANS = romans();
    private static final int EDITION_WORD = Hashing.hash("edition");
    private static final int OUT_OF = Hashing.hash("sur");
    private static final int IN = Hashing.hash("en");
    /** "Hors-piste" is no track. */
    private static final int OFF = Hashing.hash("hors");

    private Markers() {}

    static int[] of(Scan title, boolean cut, Scan venue, Scan description, Vocabulary vocabulary) {
        Ints found = new Ints();
        if (cut) {
            found.add(marker(CUT, 1));
        }
        for (int i = 0; i < title.size(); i++) {
            room(title, i, false, found);
            titleOnly(title, i, vocabulary, found);
        }
        for (int i = 0; i < venue.size(); i++) {
            room(venue, i, true, found);
        }
        // A room given at the very head of a description is meant for the whole event; later ones may be directions.
        if (description.size() > 1) {
            room(description, 0, true, found);
            room(description, 1, true, found);
        }
        return found.toSet();
    }

    static Contrast contrast(int[] left, int[] right) {
        if (left.length + right.length == 0) {
            return Contrast.NONE;
        }
        int inLeft = kinds(left);
        int inRight = kinds(right);
        Contrast worst = Contrast.NONE;
        for (int both = inLeft & inRight & ~bit(CUT); both != 0; both &= both - 1) {
            int kind = Integer.numberOfTrailingZeros(both);
            if (!shares(left, right, kind)) {
                if (kind != NUMBER) {
                    return Contrast.HARD;
                }
                worst = Contrast.SOFT;
            }
        }
        int either = inLeft ^ inRight;
        if ((either & bit(LAST_TRACK)) != 0 && trackMatters(left, right)) {
            return Contrast.HARD;
        }
        return (either & bit(LANGUAGE)) != 0 ? Contrast.SOFT : worst;
    }

    /** Whether rooms or tracks tell two apart, whatever else does. */
    static boolean otherRoom(int[] left, int[] right) {
        int inLeft = kinds(left);
        int inRight = kinds(right);
        int both = inLeft & inRight;
        return ((both & bit(ROOM)) != 0 && !shares(left, right, ROOM))
                || ((both & bit(TRACK)) != 0 && !shares(left, right, TRACK))
                || (((inLeft ^ inRight) & bit(LAST_TRACK)) != 0 && trackMatters(left, right));
    }

    /** A bit for each kind of marker that is here. */
    private static int kinds(int[] markers) {
        int kinds = 0;
        for (int marker : markers) {
            kinds |= bit(marker >>> KIND_SHIFT);
        }
        return kinds;
    }

    private static int bit(int kind) {
        return 1 << kind;
    }

    /** A missing track proves nothing when the title is cut, or when both name the same room. */
    private static boolean trackMatters(int[] left, int[] right) {
        return !has(left, CUT) && !has(right, CUT) && !shares(left, right, ROOM);
    }

    /** True when both name the same room or track. */
    static boolean sameRoom(int[] left, int[] right) {
        return shares(left, right, ROOM) || shares(left, right, TRACK);
    }

    /** True when one names a room and the other none. */
    static boolean roomUntold(int[] left, int[] right) {
        return has(left, ROOM) != has(right, ROOM)
                || (has(left, TRACK) != has(right, TRACK) && !shares(left, right, ROOM));
    }

    private static boolean has(int[] markers, int kind) {
        for (int marker : markers) {
            if (marker >>> KIND_SHIFT == kind) {
                return true;
            }
        }
        return false;
    }

    private static boolean shares(int[] left, int[] right, int kind) {
        for (int marker : left) {
            if (marker >>> KIND_SHIFT == kind && Phrase.contains(right, marker)) {
                return true;
            }
        }
        return false;
    }

    private static void room(Scan scan, int i, boolean named, Ints found) {
        int room = Rooms.at(scan, i, named);
        if (room != 0) {
            found.add(marker(ROOM, room));
        }
    }

    private static void titleOnly(Scan title, int i, Vocabulary vocabulary, Ints found) {
        int word = title.ids()[i];
        int next = i + 1 < title.size() ? title.ids()[i + 1] : 0;
        boolean offTrack = i > 0 && title.ids()[i - 1] == OFF;
        if (TRACKS.get(word, 0) != 0 && !offTrack && next != 0 && !vocabulary.isEmpty(next)) {
            found.add(marker(TRACK, next));
            if (i > 0 && i + 2 == title.size()) {
                found.add(marker(LAST_TRACK, 1));
            }
        }
        if (VISITS.get(word, 0) != 0 && VISIT_KINDS.get(next, 0) != 0) {
            found.add(marker(VISIT, VISIT_KINDS.get(next, 0)));
        }
        if (word == IN && LANGUAGES.get(next, 0) != 0) {
            found.add(marker(LANGUAGE, LANGUAGES.get(next, 0)));
        }
        number(title, i, found);
    }

    private static void number(Scan title, int i, Ints found) {
        int previous = i == 0 ? 0 : title.ids()[i - 1];
        int next = i + 1 < title.size() ? title.ids()[i + 1] : 0;
        int ordinal = ORDINALS.get(previous, 0);
        int number = title.number(i);
        if (ordinal != 0 && (number >= 0 || ROMANS.get(title.ids()[i], 0) != 0)) {
            found.add(marker(FIRST_ORDINAL + ordinal, number >= 0 ? number : ROMANS.get(title.ids()[i], 0)));
        } else if (number >= 1990 && number < 2100) {
            found.add(marker(YEAR, number));
        } else if (number >= 0 && previous == EDITION_WORD) {
            found.add(marker(EDITION, number));
        } else if (number > 0 && next == OUT_OF && i + 2 < title.size() && number <= title.number(i + 2)) {
            found.add(marker(FIRST_ORDINAL + ORDINALS.get(Hashing.hash("partie"), 0), number));
        } else if (number >= 0) {
            found.add(marker(NUMBER, number));
        } else if (next == EDITION_WORD && Character.isDigit(title.first(i))) {
            found.add(marker(EDITION, leading(title.word(i))));
        }
    }

    private static int leading(String word) {
        int end = 0;
        while (end < word.length() && end < 4 && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(word.substring(0, end));
    }

    private static int marker(int kind, int value) {
        return (kind << KIND_SHIFT) | (value & VALUE_MASK);
    }

    private static IntTable visitKinds() {
        // The feminine and plural forms stand in pairs; a visit with comments is a guided one.
        return IntTable.of(
                "libre libres guidee guidees commentee commentees virtuelle virtuelles theatralisee"
                        + " theatralisees contee contees tactile tactiles nocturne nocturnes",
                i -> i < 2 ? 1 : Math.max(2, i / 2));
    }

    private static IntTable languages() {
        return IntTable.of(
                "francais anglais allemand espagnol italien portugais russe chinois arabe ukrainien neerlandais"
                        + " japonais breton basque occitan catalan corse creole alsacien lsf",
                i -> i + 1);
    }

    private static IntTable ordinals() {
        return IntTable.of(
                "numero n no episode ep partie part volet niveau seance session saison tome chapitre module jour acte"
                        + " groupe phase atelier",
                i -> i < 5 ? 1 : i < 7 ? 2 : Math.min(i - 4, 17));
    }

    private static IntTable romans() {
        return IntTable.of("i ii iii iv v vi vii viii ix x xi xii", i -> i + 1);
    }
}
