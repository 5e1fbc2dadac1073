package moisson.generate;

/**
 * How well duplicates were found.
 *
 * @param records in the table of truth
 * @param pairs of records in one cluster; those of which one is a part of the other count neither way
 * @param clusters of two records and more, found exactly: no record missing, none too many
 * @param found how many clusters there are, records alone included
 * @param wrong how many of them hold records of different events
 * @param across how many of those join events of different towns or first days
 * @param asked how many pairs of clusters are shown to a person
 * @param askedRightly how many of those tell the same indeed
 */
public record Accuracy(
        long records,
        Measure pairs,
        Measure clusters,
        long found,
        long wrong,
        long across,
        long asked,
        long askedRightly) {
    /**
     * Right answers among those given and among those that should have been.
     *
     * @param right answers given that are right
     * @param given all answers given
     * @param known all right answers
     */
    public record Measure(long right, long given, long known) {
        public double precision() {
            return given == 0 ? 1 : (double) right / given;
        }

        public double recall() {
            return known == 0 ? 1 : (double) right / known;
        }

        /** The harmonic mean of both. */
        public double f1() {
            return given + known == 0 ? 1 : 2.0 * right / (given + known);
        }
    }

    /** Wrong clusters among a thousand. */
    public double wrongPerThousand() {
        return found == 0 ? 0 : 1000.0 * wrong / found;
    }

    /** Questions to a person for a thousand records. */
    public double askedPerThousand() {
        return records == 0 ? 0 : 1000.0 * asked / records;
    }
}
