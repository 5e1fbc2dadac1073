package moisson.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure: a total, or one cell of a cut by some dimension.
 *
 * @param code stable for ever; all cells of a cut share it
 * @param dimension what the cells of a cut stand for ({@code region}); null for a total
 * @param valueCode the cell: a vocabulary code, an INSEE code, {@code 2019-11-18}, or {@link #UNKNOWN}
 * @param value null when it cannot be known; zero is zero
 * @param denominatorCode of the figure it is a share or a part of
 * @param additive whether the cells of its cut add up, each thing being counted once; null for a total
 */
public record Figure(
        String code,
        String frenchName,
        String englishName,
        String unit,
        @Nullable String dimension,
        @Nullable String valueCode,
        @Nullable String valueLabel,
        @Nullable BigDecimal value,
        @Nullable String denominatorCode,
        @Nullable Boolean additive) {
    /** The cell of the events that do not tell. */
    public static final String UNKNOWN = "inconnu";
}
