package moisson.normalize;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.event.Place;
import moisson.event.Precision;
import moisson.event.SourceRecord;
import moisson.normalize.Positions.Position;
import moisson.reference.Commune;
import moisson.reference.Department;
import moisson.reference.Reference;
import moisson.reference.Region;
import org.jspecify.annotations.Nullable;

/** Where: from what a record says to INSEE's codes, filled from the commune upwards. */
final class Places {
    private static final int LONGEST = 300;
    private static final int MOST_PARTS = 3;
    /** Farther outside their commune, as a disc, coordinates are of another place. */
    private static final double FAR_KILOMETRES = 25;

    private final Reference reference;
    private final Findings findings;
    private final Texts texts;
    private final OnlineWords online;

    Places(Reference reference, Findings findings, Texts texts) {
        this.reference = reference;
        this.findings = findings;
        this.texts = texts;
        this.online = new OnlineWords(reference.terms().onlinePlaces());
    }

    Located place(SourceRecord record) {
        OnlineWords.Split venue = read(record, Field.VENUE);
        OnlineWords.Split address = read(record, Field.ADDRESS);
        OnlineWords.Split town = read(record, Field.COMMUNE);
        boolean saysOnline = venue.online() || address.online() || town.online();
        String insee = record.first(Field.INSEE).orElse(null);
        Territories.Told told = new Territories(reference, findings)
                .told(record, Arrays.asList(town.rest(), address.rest(), venue.rest()));
        Position position = new Positions(findings).position(record).orElse(null);
        if (told.country() != null && !told.country().equals(Countries.FRANCE)) {
            findings.note(NoticeCode.FOREIGN_PLACE, Field.COUNTRY, told.country());
            String postcode = texts.line(record.first(Field.POSTCODE).orElse(null), Field.POSTCODE, 20);
            Draft draft = new Draft(venue.rest(), address.rest(), town.rest(), insee, postcode);
            return new Located(abroad(draft, told.country(), position), null, saysOnline);
        }
        Draft draft = new Draft(venue.rest(), address.rest(), town.rest(), insee, postcode(record));
        return inFrance(new OneLine(reference.communes()).unpacked(draft, record), told, position, saysOnline);
    }

    /** What is left of the fields of a place once it is known that they mean a place. */
    record Draft(
            @Nullable String venue,
            @Nullable String address,
            @Nullable String town,
            @Nullable String insee,
            @Nullable String postcode) {}

    private OnlineWords.Split read(SourceRecord record, Field field) {
        String value = texts.line(told(record, field), field, LONGEST);
        return value == null ? OnlineWords.Split.NOTHING : online.split(value);
    }

    /** An address may stand in several columns: what one of them repeats of another is told once. */
    private static @Nullable String told(SourceRecord record, Field field) {
        List<String> values = record.all(field);
        if (field != Field.ADDRESS || values.size() < 2) {
            return record.first(field).orElse(null);
        }
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            String part = value.strip();
            if (parts.size() < MOST_PARTS && parts.stream().noneMatch(other -> other.contains(part))) {
                parts.removeIf(part::contains);
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    private static Place abroad(Draft draft, String country, @Nullable Position position) {
        return place(
                draft.venue(), draft.address(), draft.postcode(), draft.town(), null, null, null, country, position);
    }

    private Located inFrance(Draft draft, Territories.Told told, @Nullable Position position, boolean saysOnline) {
        String words = draft.town() == null ? "" : draft.town();
        Department behind = told.department() != null || words.isEmpty() ? null : departmentBehind(words);
        if (behind != null) {
            int dash = words.lastIndexOf(" - ");
            Draft bare = new Draft(
                    draft.venue(),
                    draft.address(),
                    dash < 0 ? null : words.substring(0, dash),
                    draft.insee(),
                    draft.postcode());
            findings.note(NoticeCode.COMPLETED_PLACE, Field.COMMUNE, words + " → " + behind.name());
            return inFrance(bare, new Territories.Told(told.country(), told.region(), behind), position, saysOnline);
        }
        CommuneWords.Split town = CommuneWords.split(words);
        CommuneWords.Split inAddress = OneLine.end(draft.address());
        String postcode = draft.postcode();
        if (postcode == null) {
            postcode = orNull(town.postcode().isEmpty() ? inAddress.postcode() : town.postcode());
        }
        boolean silent = town.name().isEmpty() && draft.insee() == null && draft.postcode() == null;
        String name = orNull(silent ? inAddress.name() : town.name());
        CommuneFinder.Found found = new CommuneFinder(reference, findings)
                .find(new CommuneFinder.Clues(draft.insee(), name, postcode, told, position));
        Commune commune = found.commune();
        if (commune == null && position != null) {
            commune = around(position, name);
        } else if (commune != null && position != null) {
            compare(commune, position);
        }
        return located(draft, commune, name, found.agrees() ? postcode : null, told, position, saysOnline);
    }

    /** A département in the field of the commune, alone or behind a name: "Hérault", "Port Leucate - Aude". */
    private @Nullable Department departmentBehind(String words) {
        int dash = words.lastIndexOf(" - ");
        String end = dash < 0 ? words : words.substring(dash + 3);
        boolean commune = dash < 0 && !reference.communes().findByName(end).isEmpty();
        return commune ? null : reference.departments().findByName(end).orElse(null);
    }

    /** Coordinates tell the commune when no other field does. One that is told and not known stays as it was told. */
    private @Nullable Commune around(Position position, @Nullable String name) {
        return name != null
                ? null
                : reference
                        .communes()
                        .findByPosition(position.latitude(), position.longitude())
                        .orElse(null);
    }

    private void compare(Commune commune, Position position) {
        if (!findings.hear(NoticeCode.PLACE_DISAGREES)) {
            return;
        }
        OptionalDouble outside =
                reference.communes().kilometresOutside(commune, position.latitude(), position.longitude());
        if (outside.orElse(0) > FAR_KILOMETRES) {
            String met = position.latitude() + ", " + position.longitude();
            findings.note(
                    NoticeCode.PLACE_DISAGREES,
                    Field.POSITION,
                    met + " : à " + Math.round(outside.getAsDouble()) + " km de " + commune.code() + " "
                            + commune.name());
        }
    }

    private Located located(
            Draft draft,
            @Nullable Commune commune,
            @Nullable String name,
            @Nullable String postcode,
            Territories.Told told,
            @Nullable Position position,
            boolean saysOnline) {
        Department department = department(commune, postcode, told.department(), position);
        Region region = department == null
                ? told.region()
                : reference.regions().findByCode(department.region()).orElse(null);
        String code = postcode;
        if (commune != null) {
            complete(draft.insee(), commune);
            code = code == null && commune.postcodes().size() == 1
                    ? commune.postcodes().getFirst()
                    : code;
        }
        boolean french = commune != null || department != null || region != null;
        Place place = place(
                draft.venue(),
                draft.address(),
                code,
                name,
                commune,
                department,
                region,
                french ? Countries.FRANCE : told.country(),
                position);
        ZoneId zone = department == null ? null : reference.zones().of(department.code(), place.communeCode());
        return new Located(place, zone, saysOnline);
    }

    private void complete(@Nullable String insee, Commune commune) {
        if (commune.merged()) {
            Commune today = reference.communes().today(commune);
            String now = commune.code() + " " + commune.name() + " → " + today.code() + " " + today.name();
            findings.note(NoticeCode.FORMER_COMMUNE, Field.INSEE, now);
        }
        if (insee == null && findings.hear(NoticeCode.COMPLETED_PLACE)) {
            findings.noteOnce(NoticeCode.COMPLETED_PLACE, Field.COMMUNE, commune.code() + " " + commune.name());
        }
    }

    private @Nullable String postcode(SourceRecord record) {
        String raw = record.first(Field.POSTCODE).orElse(null);
        if (raw == null) {
            return null;
        }
        Optional<Postcodes.Code> code = Postcodes.find(raw);
        if (code.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.POSTCODE, raw);
            return null;
        }
        if (code.get().padded()) {
            findings.note(NoticeCode.PADDED_CODE, Field.POSTCODE, raw);
        }
        return code.get().digits();
    }

    private @Nullable Department department(
            @Nullable Commune commune,
            @Nullable String postcode,
            @Nullable Department told,
            @Nullable Position position) {
        if (commune == null) {
            return told != null
                    ? told
                    : ofPostcode(postcode).or(() -> ofPosition(position)).orElse(null);
        }
        if (told != null && !told.code().equals(commune.department())) {
            String met = told.code() + " " + told.name();
            findings.note(NoticeCode.PLACE_DISAGREES, Field.DEPARTMENT, CommuneFinder.kept(met, commune, "commune"));
        }
        return reference.departments().findByCode(commune.department()).orElse(null);
    }

    /** When every commune it serves lies in the same one. */
    private Optional<Department> ofPostcode(@Nullable String postcode) {
        String department = null;
        List<Commune> served =
                postcode == null ? List.of() : reference.communes().findByPostcode(postcode);
        for (Commune commune : served) {
            if (department != null && !department.equals(commune.department())) {
                return Optional.empty();
            }
            department = commune.department();
        }
        return department == null ? Optional.empty() : reference.departments().findByCode(department);
    }

    private Optional<Department> ofPosition(@Nullable Position position) {
        return position == null
                ? Optional.empty()
                : reference
                        .communes()
                        .findDepartmentByPosition(position.latitude(), position.longitude())
                        .flatMap(reference.departments()::findByCode);
    }

    private static Place place(
            @Nullable String venue,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String name,
            @Nullable Commune commune,
            @Nullable Department department,
            @Nullable Region region,
            @Nullable String country,
            @Nullable Position position) {
        return new Place(
                venue,
                address,
                postcode,
                commune == null ? name : commune.name(),
                commune == null ? null : commune.code(),
                department == null ? null : department.name(),
                department == null ? null : department.code(),
                region == null ? null : region.name(),
                region == null ? null : region.code(),
                country,
                position == null ? null : Double.valueOf(position.latitude()),
                position == null ? null : Double.valueOf(position.longitude()),
                position == null ? null : Precision.ADDRESS);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
