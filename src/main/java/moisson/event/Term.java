package moisson.event;

/** A word of one of our vocabularies: its code in URIs, and its label in French (the published value) and English. */
public interface Term {
    String code();

    String french();

    String english();
}
