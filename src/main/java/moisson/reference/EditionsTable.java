package moisson.reference;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moisson.event.Edition;
import org.jspecify.annotations.Nullable;

/** The columns of {@code editions.csv}; those that are not listed here, such as a remark, are free. */
final class EditionsTable {
    private static final List<String> COLUMNS = List.of(
            "numero",
            "annee",
            "nom",
            "debut",
            "fin",
            "depot_du",
            "depot_jusqu_au",
            "theme",
            "mot_diese",
            "organisateur",
            "contact",
            "fictif");

    private EditionsTable() {}

    static Editions read(String name, Reader reader) throws IOException {
        List<Edition> editions = new ArrayList<>();
        Set<Integer> years = new HashSet<>();
        for (Table.Row row : Table.read(name, reader, COLUMNS).rows()) {
            Edition edition = edition(row);
            if (!years.add(edition.year())) {
                throw row.wrong("annee", String.valueOf(edition.year()), "une année qui ne soit pas déjà prise");
            }
            editions.add(edition);
        }
        return new Editions(editions);
    }

    private static Edition edition(Table.Row row) throws UnreadableTableException {
        LocalDate first = day(row, "debut");
        LocalDate last = day(row, "fin");
        if ((first == null) != (last == null) || (first != null && last != null && last.isBefore(first))) {
            throw row.wrong("fin", row.get("fin"), "un dernier jour qui suive le premier (ou aucun des deux)");
        }
        LocalDate opens = day(row, "depot_du");
        LocalDate closes = day(row, "depot_jusqu_au");
        if (opens != null && closes != null && closes.isBefore(opens)) {
            throw row.wrong("depot_jusqu_au", row.get("depot_jusqu_au"), "un jour qui suive celui de « depot_du »");
        }
        return new Edition(
                number(row, "numero", 1, 999),
                number(row, "annee", 2000, 2100),
                row.required("nom"),
                first,
                last,
                text(row, "theme"),
                text(row, "mot_diese"),
                opens,
                closes,
                text(row, "organisateur"),
                text(row, "contact"),
                yes(row, "fictif"));
    }

    private static int number(Table.Row row, String column, int least, int most) throws UnreadableTableException {
        String value = row.required(column);
        String expected = "un nombre entre " + least + " et " + most;
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw row.wrong(column, value, expected);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw row.wrong(column, value, expected);
        }
    }

    private static @Nullable LocalDate day(Table.Row row, String column) throws UnreadableTableException {
        String value = row.get(column);
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            throw row.wrong(column, value, "une date AAAA-MM-JJ");
        }
    }

    private static boolean yes(Table.Row row, String column) throws UnreadableTableException {
        String value = row.get(column);
        if (value.isEmpty() || value.equals("non")) {
            return false;
        }
        if (value.equals("oui")) {
            return true;
        }
        throw row.wrong(column, value, "oui ou non");
    }

    private static @Nullable String text(Table.Row row, String column) {
        String value = row.get(column);
        return value.isEmpty() ? null : value;
    }
}
