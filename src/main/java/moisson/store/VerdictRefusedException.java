package moisson.store;

/** A verdict of a person that cannot be given. Its message is a sentence in French that says why, for that person. */
public final class VerdictRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public VerdictRefusedException(String why) {
        super(why);
    }
}
