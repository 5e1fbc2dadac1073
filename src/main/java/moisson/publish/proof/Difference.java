package moisson.publish.proof;

/**
 * Two files of one version that do not tell the same.
 *
 * @param file the one that differs from the reference
 * @param id of the event, or the figure; empty when the whole file is meant
 * @param field the column, or what was looked at
 * @param expected what the reference says
 * @param met what this file says
 */
public record Difference(String file, String id, String field, String expected, String met) {}
