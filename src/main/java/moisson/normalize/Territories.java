package moisson.normalize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.event.SourceRecord;
import moisson.reference.Commune;
import moisson.reference.Department;
import moisson.reference.Folding;
import moisson.reference.Reference;
import moisson.reference.Region;
import org.jspecify.annotations.Nullable;

/** Country, region and département as a record names them. */
final class Territories {
    private static final int LONGEST = 300;
    /** Codes of country of the overseas territories, and their départements. */
    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            Map.entry("GP", "971"),
            Map.entry("MQ", "972"),
            Map.entry("GF", "973"),
            Map.entry("RE", "974"),
            Map.entry("PM", "975"),
            Map.entry("YT", "976"),
            Map.entry("BL", "977"),
            Map.entry("MF", "978"),
            Map.entry("TF", "984"),
            Map.entry("WF", "986"),
            Map.entry("PF", "987"),
            Map.entry("NC", "988"));

    private final Reference reference;
    private final Findings findings;

    /** @param country as published: FR for the whole Republic */
    record Told(
            @Nullable String country,
            @Nullable Region region,
            @Nullable Department department) {
        boolean holds(Commune commune, Reference reference) {
            if (department != null) {
                return commune.department().equals(department.code());
            }
            return region != null
                    && reference
                            .departments()
                            .findByCode(commune.department())
                            .filter(found -> found.region().equals(region.code()))
                            .isPresent();
        }
    }

    Territories(Reference reference, Findings findings) {
        this.reference = reference;
        this.findings = findings;
    }

    /** @param place every word of the place, whose end may name a country when no field does */
    Told told(SourceRecord record, List<@Nullable String> place) {
        String country = country(record, place);
        Department department = department(record);
        String overseas = country == null ? null : OVERSEAS.get(country);
        if (department == null && overseas != null) {
            department = reference.departments().findByCode(overseas).orElse(null);
        }
        boolean french = overseas != null || Countries.FRANCE.equals(country);
        return new Told(french ? Countries.FRANCE : country, region(record), department);
    }

    private @Nullable String country(SourceRecord record, List<@Nullable String> place) {
        String raw = record.first(Field.COUNTRY).orElse(null);
        if (raw != null) {
            Optional<String> found = Countries.find(raw);
            if (found.isEmpty()) {
                findings.note(NoticeCode.UNREADABLE_VALUE, Field.COUNTRY, raw);
            }
            return found.orElse(null);
        }
        if (record.first(Field.INSEE).isPresent()
                || record.first(Field.POSTCODE).isPresent()) {
            return null;
        }
        for (String text : place) {
            if (text != null && Postcodes.indexIn(text) >= 0) {
                return null;
            }
            String end = text == null ? "" : lastPart(text);
            Optional<String> found =
                    end.length() > 3 && !end.equalsIgnoreCase("réunion") ? Countries.find(end) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    /** After the last comma, or in brackets at the end: "Genève, Suisse", "Genève (Suisse)". */
    private static String lastPart(String text) {
        int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        int comma = text.lastIndexOf(',');
        return open >= 0
                ? text.substring(open + 1, text.length() - 1)
                : comma >= 0 ? text.substring(comma + 1).strip() : "";
    }

    private @Nullable Department department(SourceRecord record) {
        String raw = record.first(Field.DEPARTMENT).orElse(null);
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        String code = text.length() == 1 ? "0" + text : text;
        Optional<Department> found = reference
                .departments()
                .findByCode(code)
                .or(() -> reference.departments().findByName(raw))
                .or(() -> reference.departments().findByName(withoutCode(text)));
        if (found.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.DEPARTMENT, raw);
        }
        return found.orElse(null);
    }

    /** "33 - Gironde", "Gironde (33)", "Corse-du-Sud 2A". */
    private static String withoutCode(String text) {
        StringBuilder words = new StringBuilder();
        if (text.length() <= LONGEST) {
            for (String word : Folding.fold(text).split(" ", -1)) {
                if (!word.isEmpty() && !Character.isDigit(word.charAt(0))) {
                    words.append(words.isEmpty() ? "" : " ").append(word);
                }
            }
        }
        return words.toString();
    }

    private @Nullable Region region(SourceRecord record) {
        String raw = record.first(Field.REGION).orElse(null);
        if (raw == null) {
            return null;
        }
        Optional<Region> found = reference
                .regions()
                .findByName(raw.length() > LONGEST ? "" : raw)
                .or(() -> reference.regions().findByCode(raw.strip()));
        if (found.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.REGION, raw);
        }
        return found.orElse(null);
    }
}
