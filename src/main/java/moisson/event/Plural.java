package moisson.event;

/** A number and its noun or participle in French, where nought and one are singular: "1 lu", "0 doublon", "2 lus". */
public final class Plural {
    private Plural() {}

    /** With an s. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    public static String of(long number, String one, String several) {
        return number + " " + (number < 2 ? one : several);
    }
}
