package moisson.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What a figure means, for people.
 *
 * @param denominatorCode of the figure it is a share or a part of
 * @param additive whether the cells of a cut add up; null for a total
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
        @Nullable Boolean additive,
        String pattern) {}
