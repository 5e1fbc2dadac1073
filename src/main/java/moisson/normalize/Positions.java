package moisson.normalize;

import java.util.Optional;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.event.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Coordinates: WGS 84, decimal degrees, one cell or two, points or commas. Never made up. */
final class Positions {
    private static final int LONGEST = 60;

    /** Degrees north and east. */
    record Position(double latitude, double longitude) {}

    private final Findings findings;

    Positions(Findings findings) {
        this.findings = findings;
    }

    Optional<Position> position(SourceRecord record) {
        Optional<String> latitude = record.first(Field.LATITUDE);
        Optional<String> longitude = record.first(Field.LONGITUDE);
        if (latitude.isPresent() || longitude.isPresent()) {
            return checked(
                    number(latitude.orElse("")),
                    number(longitude.orElse("")),
                    Field.LATITUDE,
                    latitude.orElse("") + ", " + longitude.orElse(""));
        }
        Optional<String> both = record.first(Field.POSITION);
        return both.isEmpty() ? Optional.empty() : pair(both.get());
    }

    private Optional<Position> pair(String cell) {
        String text = cell.strip();
        int parting = text.indexOf(';') >= 0 ? text.indexOf(';') : text.indexOf(", ");
        if (parting < 0) {
            parting = text.indexOf(',') == text.lastIndexOf(',') ? text.indexOf(',') : -1;
        }
        if (parting < 0) {
            parting = text.indexOf(' ');
        }
        if (parting < 0) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.POSITION, cell);
            return Optional.empty();
        }
        return checked(number(text.substring(0, parting)), number(text.substring(parting + 1)), Field.POSITION, cell);
    }

    private Optional<Position> checked(
            @Nullable Double latitude, @Nullable Double longitude, Field field, String value) {
        if (latitude == null || longitude == null) {
            findings.note(NoticeCode.UNREADABLE_VALUE, field, value);
            return Optional.empty();
        }
        boolean nowhere = latitude == 0 && longitude == 0;
        if (nowhere || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            findings.note(NoticeCode.POSITION_OUT_OF_RANGE, field, value);
            return Optional.empty();
        }
        return Optional.of(new Position(latitude, longitude));
    }

    private static @Nullable Double number(String text) {
        String plain = isPlain(text) ? text : text.strip().replace(',', '.').replace("°", "");
        if (plain.isEmpty() || plain.length() > LONGEST || !isPlain(plain)) {
            return null;
        }
        try {
            return Double.valueOf(plain);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Nothing but digits and the signs of a number. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
