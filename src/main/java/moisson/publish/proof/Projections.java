package moisson.publish.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;

/** What a row of the CSV file becomes in formats that can tell less, or tell it otherwise. */
final class Projections {
    private static final int LONGEST_CELL = 32_767;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Letters of {@code 2020-11-05T09:30}. */
    private static final int MINUTES = 16;

    private Projections() {}

    /** Maps also have the point. */
    static Optional<Row> map(Row row) {
        Map<String, String> values = new LinkedHashMap<>(row.values());
        values.put("coordonnees", (row.get("longitude") + " " + row.get("latitude")).strip());
        return Optional.of(new Row(row.id(), values));
    }

    /** Hours without their offsets, and no text longer than a cell. */
    static Optional<Row> spreadsheet(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            Column.Kind kind = Alike.KINDS.get(name);
            boolean dated = kind == Column.Kind.MOMENT || kind == Column.Kind.DATE || kind == Column.Kind.INSTANT;
            values.put(name, dated ? local(value) : cut(value));
        });
        return Optional.of(new Row(row.id(), values));
    }

    private static String local(String moment) {
        if (moment.isEmpty()) {
            return "";
        }
        LocalDate day = LocalDate.parse(moment.substring(0, 10));
        boolean told = !day.isBefore(LocalDate.of(1900, 3, 1)) && day.getYear() <= 9999;
        if (!told) {
            return moment;
        }
        if (moment.length() == 10) {
            return day.atStartOfDay().toString();
        }
        // As in most: whole minutes, of which no seconds are told.
        return moment.startsWith(":00+", MINUTES) || moment.startsWith(":00Z", MINUTES)
                ? moment.substring(0, MINUTES)
                : OffsetDateTime.parse(moment).toLocalDateTime().toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }

    /** Lists without an order, and the title and the description a second time. */
    static Optional<Row> graph(Row row) {
        Map<String, String> values = new LinkedHashMap<>(row.values());
        row.values().forEach((name, value) -> {
            if (Alike.KINDS.get(name) == Column.Kind.LIST) {
                values.put(name, Alike.set(Cells.list(value)));
            }
        });
        if (row.get("code_departement").isEmpty()) {
            values.put("departement", "");
        }
        values.put("dct:title", row.get("titre"));
        values.put("dct:description", row.get("description"));
        values.put(
                "geo:asWKT",
                row.get("latitude").isEmpty() ? "" : "POINT(" + row.get("longitude") + " " + row.get("latitude") + ")");
        return Optional.of(new Row(row.id(), values));
    }

    /** Nothing for what no calendar can hold. */
    static Optional<Row> calendar(Row row) {
        List<String> sessions = new ArrayList<>();
        for (String session : Cells.list(row.get("seances"))) {
            int slash = session.indexOf('/');
            sessions.add(session(session.substring(0, slash), session.substring(slash + 1)));
        }
        if (sessions.isEmpty() && !row.get("disponible_du").isEmpty()) {
            sessions.add(session(row.get("disponible_du"), row.get("disponible_au")));
        }
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("titre", "description", "url")) {
            values.put(name, row.get(name));
        }
        values.put(
                "lieu",
                Stream.of(
                                row.get("lieu"),
                                row.get("adresse"),
                                (row.get("code_postal") + " " + row.get("commune")).strip())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
        values.put(
                "coordonnees",
                row.get("latitude").isEmpty() ? "" : six(row.get("latitude")) + ";" + six(row.get("longitude")));
        values.put(
                "statut",
                switch (row.get("statut")) {
                    case "annulé" -> "CANCELLED";
                    case "reporté" -> "TENTATIVE";
                    default -> "CONFIRMED";
                });
        values.put(
                "categories",
                Alike.list(Stream.concat(Stream.of(row.get("format")), Cells.list(row.get("themes")).stream())
                        .distinct()
                        .toList()));
        values.put("publie_le", utc(row.get("publie_le")));
        values.put("modifie_le", utc(row.get("modifie_le")));
        values.put("horodatage", utc(row.get("modifie_le")));
        values.put("seances", Alike.list(sessions));
        return Optional.of(new Row(row.id(), values));
    }

    private static String six(String degrees) {
        return new BigDecimal(degrees).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String session(String start, String end) {
        if (start.length() == 10) {
            String last = end.isEmpty()
                    ? ""
                    : LocalDate.parse(end.substring(0, 10)).plusDays(1).format(DAY) + ";DATE";
            return LocalDate.parse(start).format(DAY) + ";DATE/" + last;
        }
        boolean told = end.length() > 10 && OffsetDateTime.parse(end).isAfter(OffsetDateTime.parse(start));
        return utc(start) + "/" + (told ? utc(end) : "");
    }

    private static String utc(String instant) {
        return instant.isEmpty()
                ? ""
                : OffsetDateTime.parse(instant)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .format(UTC);
    }
}
