package moisson.reference;

/** A région, or an overseas collectivity, whose region bears its own code. */
public record Region(String code, String name) {}
