package moisson.normalize.time;

/**
 * One word, number or sign of a text that tells when.
 *
 * @param first the day of a date, the hour of a time, the value of a number, a weekday (1 is Monday) or a month
 * @param second the month of a date, the minutes of a time, {@link #MONTH_FIRST} of a month that may precede its day
 * @param third the year of a date, 0 when it has none; two digits as they came
 */
record Token(Kind kind, int first, int second, int third) {
    enum Kind {
        /** 05/11/2020, 05/11, 2020-11-05. */
        DATE,
        NUMBER,
        WEEKDAY,
        MONTH,
        TIME,
        /** le, la, les */
        ARTICLE,
        /** du, de, des, dès, entre, "à partir de" */
        FROM,
        /** à: until, between two hours; at, before one */
        AT,
        /** au: until, between two days */
        TO,
        /** jusqu'au, jusqu'à */
        UNTIL,
        DASH,
        /** et, puis, a comma, an ampersand */
        AND,
        /** tous les, chaque: says nothing without the days that follow */
        EVERY,
        /** lundis: those days; certains, sauf: not every day, and we do not know which */
        SOME_DAYS,
        EVENING,
        /** A word after which a date is not that of the event: avant, limite, initialement, reporté... */
        ANOTHER_MATTER,
        /** inscription: its date is another matter when it comes first */
        REGISTRATION,
        STOP,
        OTHER
    }

    /** Of an English month: "November 5". */
    static final int MONTH_FIRST = 1;

    static Token of(Kind kind) {
        return new Token(kind, 0, 0, 0);
    }

    static Token of(Kind kind, int value) {
        return new Token(kind, value, 0, 0);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
