package moisson.publish.portal;

/**
 * Something the operator should know, in French.
 *
 * @param notable true when a person should look at it; false for what is only good to know
 */
public record Remark(boolean notable, String text) {}
