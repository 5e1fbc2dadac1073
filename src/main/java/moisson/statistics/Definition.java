package moisson.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What a figure means, for people.
 *
 * @param pattern for totals the SPARQL query, for cuts the graph pattern that binds {@code ?v}, with marks in braces
 */
public record Definition(
        String code,
        String frenchName,
        String englishName,
        String frenchText,
        String englishText,
        String unit,
        @Nullable String dimension,
        @Nullable String denominatorCode,
        String pattern) {}
