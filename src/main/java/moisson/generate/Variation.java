package moisson.generate;

/**
 * A later delivery of a generated feed.
 *
 * @param order another number is another order of the same records
 * @param changed how many of a hundred records say something else than at first
 */
public record Variation(long order, int changed) {
    public static final Variation FIRST = new Variation(0, 0);
}
