package moisson.serve.view;

/** A page that says what went wrong. */
public record StatusPage(int status, String sentence) {}
