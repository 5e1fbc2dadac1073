package moisson.generate;

/** The formats in which feeds are generated, by the names that readers know them by. */
public enum FeedFormat {
    CSV("csv"),
    JSON("json"),
    OPENAGENDA("json"),
    ICAL("ics"),
    RSS("rss"),
    /** A list of schema.org events in JSON-LD. */
    RDF("jsonld"),
    /** As another Moisson publishes. */
    MOISSON("json");

    private final String extension;

    FeedFormat(String extension) {
        this.extension = extension;
    }

    /** The name that source files use: {@code openagenda}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String extension() {
        return extension;
    }
}
