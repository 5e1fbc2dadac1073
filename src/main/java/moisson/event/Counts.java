package moisson.event;

/**
 * What became of the records of one harvest. The equation {@code read = created + updated + unchanged + rejected}
 * holds by construction; removed, duplicates and warnings are counted beside it.
 */
public record Counts(
        int read, int created, int updated, int unchanged, int rejected, int removed, int duplicates, int warnings) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    public Counts {
        if (read != created + updated + unchanged + rejected) {
            throw new IllegalArgumentException("read must equal created + updated + unchanged + rejected");
        }
    }

    /** "21 lus = 18 nouveaux + 0 modifiés + 0 inchangés + 3 rejetés". */
    public String equation() {
        return "%d lus = %d nouveaux + %d modifiés + %d inchangés + %d rejetés"
                .formatted(read, created, updated, unchanged, rejected);
    }
}
