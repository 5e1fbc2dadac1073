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

    /** "21 lus = 18 nouveaux + 0 modifié + 0 inchangé + 3 rejetés". */
    public String equation() {
        return Plural.of(read, "lu") + " = " + Plural.of(created, "nouveau", "nouveaux") + " + "
                + Plural.of(updated, "modifié") + " + " + Plural.of(unchanged, "inchangé") + " + "
                + Plural.of(rejected, "rejeté");
    }

    /** What is counted beside the equation: "0 retiré, 2 doublons, 1 avertissement". */
    public String beside() {
        return String.join(
                ", ",
                Plural.of(removed, "retiré"),
                Plural.of(duplicates, "doublon"),
                Plural.of(warnings, "avertissement"));
    }
}
