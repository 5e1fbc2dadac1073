package moisson.generate;

import java.util.Locale;

/** How events look alike: the kinds of families, and how many of a hundred families are of each kind. */
enum Family {
    /** One event, alone. */
    SINGLE(40, 40),
    /** The same event on consecutive days; sometimes told day by day by one source. */
    RUN(12, 12),
    /** An exhibition, and its opening night. */
    OPENING(3, 3),
    WEEKLY(12, 11),
    /** Sessions at several hours of one day. */
    SAME_DAY(8, 9),
    /** One workshop in many towns. */
    TOUR(8, 7),
    /** A national day: common titles, one date, many places. */
    CAMPAIGN(7, 7),
    /** Rooms and tracks side by side at the same minute. */
    ROOMS(5, 5),
    YEARLY(4, 3),
    /** Guided and free, in French and in English, at the same place and minute. */
    TWINS(1, 3);

    private final int easy;
    private final int hard;

    Family(int easy, int hard) {
        this.easy = easy;
        this.hard = hard;
    }

    static Family any(Chance chance, boolean hard) {
        int left = chance.below(100);
        for (Family family : values()) {
            left -= hard ? family.hard : family.easy;
            if (left < 0) {
                return family;
            }
        }
        return SINGLE;
    }

    /** As the table of truth writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
