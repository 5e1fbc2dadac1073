package moisson.statistics;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one edition, or of all together.
 *
 * @param edition its year; null for all together
 * @param queries by the code of a figure, the SPARQL query that recomputes it from the published graph: as
 *     {@code ?valeur} for a total, as rows of {@code ?code_valeur} and {@code ?valeur} for all cells of a cut
 */
public record Sheet(@Nullable Integer edition, List<Figure> figures, SortedMap<String, String> queries) {
    /** What stands for all editions together, in the place of a year. */
    public static final String ALL = "toutes";

    public Sheet {
        figures = List.copyOf(figures);
        queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
    }

    /** The year of its edition, or {@link #ALL}. */
    public String name() {
        return edition == null ? ALL : edition.toString();
    }
}
