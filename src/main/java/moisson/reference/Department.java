package moisson.reference;

/**
 * A département, or an overseas collectivity, which has the same place in our tables.
 *
 * @param joined its name and what joins it to the word before: "de la Gironde"
 */
public record Department(String code, String name, String region, String joined) {}
