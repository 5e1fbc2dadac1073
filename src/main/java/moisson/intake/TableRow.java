package moisson.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row of a table as it came. Its words, a JSON object of its cells, are made when somebody asks for them; one cell can be
 * had without.
 *
 * @param names of the columns, none twice
 */
public record TableRow(List<String> names, List<String> cells) implements Supplier<String> {
    /** The name of a column without one, counted from 0. */
    static String column(int index) {
        return "colonne " + (index + 1);
    }

    /** The cell under this name; empty when there is no such column, or when the row is too short. */
    public Optional<String> cell(String name) {
        int index = names.indexOf(name);
        return index < 0 || index >= cells.size() ? Optional.empty() : Optional.of(Characters.sound(cells.get(index)));
    }

    /** The row as a JSON object; cells without a header are kept under "colonne N". */
    @Override
    public String get() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < cells.size(); index++) {
            object.put(index < names.size() ? names.get(index) : column(index), cells.get(index));
        }
        return Characters.sound(object.toString());
    }
}
