package moisson.app;

/** Starts Moisson. */
public final class Moisson {
    private Moisson() {}

    public static void main(String[] args) {}
}
