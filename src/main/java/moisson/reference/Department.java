package moisson.reference;

/** A département, or an overseas collectivity, which has the same place in our tables. */
public record Department(String code, String name, String region) {}
