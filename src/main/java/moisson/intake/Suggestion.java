package moisson.intake;

/**
 * What an unknown column probably means.
 *
 * @param field the name to declare it under, or {@link Mapping#NOTHING}
 * @param why in French, a sentence without its capital
 */
public record Suggestion(String column, String field, String why) {}
