package moisson.normalize;

import java.util.Optional;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.event.Place;
import moisson.event.Precision;
import moisson.event.SourceRecord;
import moisson.reference.Commune;
import moisson.reference.Department;
import moisson.reference.Reference;
import moisson.reference.Region;
import org.jspecify.annotations.Nullable;

/** Where: from what a record says to INSEE's codes, filled from the commune upwards. */
final class Places {
    private static final int LONGEST = 300;

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
        @Nullable String country = country(record);
        Draft draft = unpacked(new Draft(record, venue.rest(), address.rest(), town.rest()));
        if (country != null && !country.equals(Countries.FRANCE)) {
            findings.note(NoticeCode.FOREIGN_PLACE, Field.COUNTRY, country);
            return new Located(abroad(draft, country), null, saysOnline);
        }
        return inFrance(draft, country, saysOnline);
    }

    /** What is left of the fields of a place once it is known that they mean a place. */
    private record Draft(
            SourceRecord record,
            @Nullable String venue,
            @Nullable String address,
            @Nullable String town) {}

    /** Calendars tell the whole place in one line, "Les Champs Libres, 35000 Rennes": its end is the town. */
    private Draft unpacked(Draft draft) {
        String venue = draft.venue();
        boolean alone = venue != null
                && draft.address() == null
                && draft.town() == null
                && draft.record().first(Field.INSEE).isEmpty()
                && draft.record().first(Field.POSTCODE).isEmpty();
        CommuneWords.Split end = inAddress(alone ? venue : null);
        boolean known = reference.communes().findByName(end.name()).stream()
                .anyMatch(commune -> CommuneFinder.isNear(commune, end.postcode()));
        if (venue == null || !known) {
            return draft;
        }
        String before = venue.substring(0, Postcodes.indexIn(venue)).strip();
        String name =
                before.endsWith(",") ? before.substring(0, before.length() - 1).strip() : before;
        return new Draft(draft.record(), name.isEmpty() ? null : name, null, end.postcode() + " " + end.name());
    }

    private OnlineWords.Split read(SourceRecord record, Field field) {
        String value = texts.line(record.first(field).orElse(null), field, LONGEST);
        return value == null ? OnlineWords.Split.NOTHING : online.split(value);
    }

    private @Nullable String country(SourceRecord record) {
        Optional<String> raw = record.first(Field.COUNTRY);
        Optional<String> found = raw.flatMap(Countries::find);
        if (raw.isPresent() && found.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.COUNTRY, raw.get());
        }
        return found.orElse(null);
    }

    private Place abroad(Draft draft, String country) {
        Optional<Positions.Position> position = new Positions(findings).position(draft.record());
        String postcode = texts.line(draft.record().first(Field.POSTCODE).orElse(null), Field.POSTCODE, 20);
        return place(draft.venue(), draft.address(), postcode, draft.town(), null, null, null, country, position);
    }

    private Located inFrance(Draft draft, @Nullable String country, boolean saysOnline) {
        CommuneWords.Split town = CommuneWords.split(draft.town() == null ? "" : draft.town());
        CommuneWords.Split inAddress = inAddress(draft.address());
        String postcode = postcode(draft.record());
        if (postcode == null) {
            postcode = town.postcode().isEmpty() ? inAddress.postcode() : town.postcode();
        }
        boolean silent = town.name().isEmpty()
                && draft.record().first(Field.INSEE).isEmpty()
                && draft.record().first(Field.POSTCODE).isEmpty();
        String name = silent ? inAddress.name() : town.name();
        Department told = department(draft.record());
        CommuneFinder.Found found = new CommuneFinder(reference.communes(), findings)
                .find(
                        draft.record().first(Field.INSEE).orElse(null),
                        orNull(name),
                        orNull(postcode),
                        told == null ? null : told.code());
        String kept = orNull(found.agrees() ? postcode : "");
        Optional<Positions.Position> position = new Positions(findings).position(draft.record());
        return located(draft, found.commune(), orNull(name), kept, told, country, position, saysOnline);
    }

    private Located located(
            Draft draft,
            @Nullable Commune commune,
            @Nullable String name,
            @Nullable String postcode,
            @Nullable Department told,
            @Nullable String country,
            Optional<Positions.Position> position,
            boolean saysOnline) {
        Department department = department(commune, postcode, told);
        Region region = department == null
                ? region(draft.record())
                : reference.regions().findByCode(department.region()).orElse(null);
        String code = postcode;
        if (commune != null) {
            complete(draft.record(), commune);
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
                french ? Countries.FRANCE : country,
                position);
        return new Located(place, department == null ? null : reference.zones().of(department.code()), saysOnline);
    }

    private void complete(SourceRecord record, Commune commune) {
        if (commune.merged()) {
            findings.note(NoticeCode.FORMER_COMMUNE, Field.INSEE, commune.code() + " " + commune.name());
        }
        if (record.first(Field.INSEE).isEmpty()) {
            findings.noteOnce(NoticeCode.COMPLETED_PLACE, Field.COMMUNE, commune.code() + " " + commune.name());
        }
    }

    /** A postal code followed by a name at the end of an address. */
    private static CommuneWords.Split inAddress(@Nullable String address) {
        int code = address == null ? -1 : Postcodes.indexIn(address);
        if (address == null || code < 0) {
            return new CommuneWords.Split("", "");
        }
        String after = address.substring(code);
        int comma = after.indexOf(',');
        return CommuneWords.split(comma < 0 ? after : after.substring(0, comma));
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

    private @Nullable Department department(SourceRecord record) {
        String raw = record.first(Field.DEPARTMENT).orElse(null);
        if (raw == null) {
            return null;
        }
        String code = raw.strip().length() == 1 ? "0" + raw.strip() : raw.strip();
        Optional<Department> found = reference
                .departments()
                .findByCode(code)
                .or(() -> reference
                        .departments()
                        .findByName(CommuneWords.split(raw).name()));
        if (found.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.DEPARTMENT, raw);
        }
        return found.orElse(null);
    }

    private @Nullable Department department(
            @Nullable Commune commune, @Nullable String postcode, @Nullable Department told) {
        if (commune == null) {
            return told != null ? told : ofPostcode(postcode);
        }
        if (told != null && !told.code().equals(commune.department())) {
            findings.note(NoticeCode.PLACE_DISAGREES, Field.DEPARTMENT, told.name());
        }
        return reference.departments().findByCode(commune.department()).orElse(null);
    }

    /** When every commune it serves lies in the same one. */
    private @Nullable Department ofPostcode(@Nullable String postcode) {
        if (postcode == null) {
            return null;
        }
        var codes = reference.communes().findByPostcode(postcode).stream()
                .map(Commune::department)
                .distinct()
                .toList();
        return codes.size() == 1
                ? reference.departments().findByCode(codes.getFirst()).orElse(null)
                : null;
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

    private static Place place(
            @Nullable String venue,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String name,
            @Nullable Commune commune,
            @Nullable Department department,
            @Nullable Region region,
            @Nullable String country,
            Optional<Positions.Position> position) {
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
                position.map(Positions.Position::latitude).orElse(null),
                position.map(Positions.Position::longitude).orElse(null),
                position.isPresent() ? Precision.ADDRESS : null);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
