package moisson.publish;

import java.util.List;
import moisson.statistics.Figure;
import org.jspecify.annotations.Nullable;

/** The figures of one edition, or of all together when {@code edition} is null. */
public record EditionFigures(@Nullable Integer edition, List<Figure> figures) {
    public EditionFigures {
        figures = List.copyOf(figures);
    }
}
