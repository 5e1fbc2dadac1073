package moisson.deduplicate;

/**
 * What every observation is worth, in bits: +1 doubles the odds that two events are one, -1 halves them. Missing values
 * are worth 0. Set by hand and checked on generated events with known duplicates; a change makes a new version.
 */
final class Weights {
    static final String VERSION = "2026-11-f";

    /** From here on two events are joined. */
    static final double JOIN = 10;
    /** Two records of one source are joined only from here on: most sources do not tell the same thing twice. */
    static final double JOIN_SAME_SOURCE = JOIN + 2;
    /** Kept for two that are never the same but told alike: it bears on the joins of others. */
    static final double SIBLINGS = 0;
    /** From here on a pair is remembered: it may make a choice ambiguous. */
    static final double THOUGHT = 5;
    /** From here on a person is asked, where {@link Questions} leaves it open. */
    static final double REVIEW = 8;
    /** From here on, times left aside, a session is linked to its run. */
    static final double PART_OF = 8;
    /** Two candidates that exclude each other and are this close: the machine does not choose. */
    static final double AMBIGUITY = 2.5;
    /** The same, when the choice hangs on what one of them does not tell: its hour, its room. */
    static final double AMBIGUITY_UNTOLD = 4;
    /** Two members of one cluster may not score less: what is not worth a thought is not one event either. */
    static final double CONTRADICTION = THOUGHT;
    /** What a person's word counts for in the sum. */
    static final double VERDICT = 100;

    // Title
    static final double SAME_TITLE_MOST = 9;
    static final double SAME_TITLE_LEAST = 1;
    /** From here on hardly another event of the day bears the title: it may be one event although the descriptions differ. */
    static final double OWN_TITLE = 7.5;

    static final double NEAR_TITLE = 6.5;
    static final double TITLE_WITHIN = 5;
    static final double ALIKE_TITLE = 3;
    /** Other words, but the same letters save two. */
    static final double MISSPELT_TITLE = 3;

    static final double SHORT_TITLE_WITHIN = 2;
    static final double LITTLE_ALIKE_TITLE = -1.5;
    static final double OTHER_TITLE = -6;
    static final double OTHER_NUMBER = -4;
    /** A title that only names the place says nothing of what happens there. */
    static final double TITLE_IS_PLACE = 1;

    // Time
    static final double SAME_SESSIONS = 4.5;
    static final double SAME_MINUTE = 4;
    static final double SAME_DAY = 0.5;
    static final double SAME_BEGINNING = 2.5;
    static final double MOSTLY_SAME_SESSIONS = 1;
    static final double ZONE_SLIP = -2.5;
    static final double ON_DEMAND = 1;
    static final double SAME_END = 0.3;
    static final double END_A_FEW_DAYS_OFF = -1.5;
    static final double OTHER_END_DAY = -6;

    // Place
    static final double SAME_VENUE = 5;
    static final double VENUE_WITHIN = 3.2;
    static final double ALIKE_VENUE = 0;
    static final double OTHER_VENUE = -4;
    static final double SAME_ADDRESS = 4;
    static final double SAME_STREET = 1.5;
    static final double OTHER_ADDRESS = -3;
    static final double SAME_POINT = 2;
    static final double OTHER_POINT = -1;
    static final double FAR_POINT = -3;
    static final double OTHER_MODE = -2;
    static final double PLACE_MOST = 8;
    static final double PLACE_LEAST = -6;

    // Commune
    static final double SAME_COMMUNE_MOST = 4;
    static final double SAME_COMMUNE_LEAST = 1.5;
    static final double ALIKE_COMMUNE = 1;
    static final double OTHER_NAME_SAME_DEPARTMENT = -1.5;

    // Organiser, page, description, room
    static final double SAME_ORGANISER = 2;
    static final double ALIKE_ORGANISER = 1.5;
    static final double OTHER_ORGANISER = -1;
    static final double SAME_PAGE = 3.5;
    static final double OTHER_PAGE_SAME_SITE = -5;
    static final double OTHER_PAGE = -1;
    static final double SAME_DESCRIPTION = 2.5;
    static final double ALIKE_DESCRIPTION = 0.5;
    static final double OTHER_DESCRIPTION = -3;
    static final double SAME_ROOM = 5;

    private Weights() {}
}
