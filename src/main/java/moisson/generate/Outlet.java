package moisson.generate;

/** One source: a kind with its habits, and the region it tells of. */
record Outlet(Kind kind, int area) {
    /** Whoever hands events in, and in which format by habit. */
    enum Kind {
        /** Our form, as one national export: organisers type what they like. */
        FORM("formulaire", FeedFormat.JSON),
        /** An agenda on OpenAgenda. */
        AGENDA("openagenda", FeedFormat.OPENAGENDA),
        /** The calendar of a prefecture. */
        PREFECTURE("prefecture", FeedFormat.ICAL),
        /** The open data of a city, a table made by hand. */
        CITY("ville", FeedFormat.CSV);

        private final String word;
        private final FeedFormat format;

        Kind(String word, FeedFormat format) {
            this.word = word;
            this.format = format;
        }

        FeedFormat format() {
            return format;
        }
    }

    /** What its file is called, and its keys begin with. */
    String name() {
        return kind == Kind.FORM ? kind.word : kind.word + "-" + (area + 1);
    }
}
