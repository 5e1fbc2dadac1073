package moisson.serve.http;

/**
 * What was asked cannot be given; the message is one sentence for whoever asked, in French;
 * with status 301 it is the address to go to instead.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;

    public Refusal(int status, String message) {
        super(message);
        this.status = status;
        this.sentence = message;
    }

    public int status() {
        return status;
    }

    /** The sentence, or the address to go to. */
    public String sentence() {
        return sentence;
    }
}
