package moisson.publish.portal;

/**
 * One thing to be done on a portal, or done.
 *
 * @param dataset its key
 * @param file its name; empty when it is about the dataset
 * @param why in French; empty when plain
 */
public record Step(Kind kind, String dataset, String file, String why) {
    /** What is done, and how it is told. */
    public enum Kind {
        CREATE("créer"),
        UPDATE("décrire"),
        UPLOAD("envoyer"),
        REPLACE("remplacer"),
        LINK("relier"),
        DESCRIBE("décrire"),
        REORDER("ordonner");

        private final String french;

        Kind(String french) {
            this.french = french;
        }
    }

    /** In French: what, and why. */
    public String sentence() {
        return kind.french + " " + (file.isEmpty() ? dataset : dataset + "/" + file)
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    /** What it is about, whatever the reason. */
    String target() {
        return kind + " " + dataset + "/" + file;
    }
}
