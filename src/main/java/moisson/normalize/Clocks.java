package moisson.normalize;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import moisson.event.Field;
import moisson.event.Moment;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.normalize.time.IsoDate;
import org.jspecify.annotations.Nullable;

/** Puts local hours into their zone: the one the record names, else that of the place, else the source's. */
final class Clocks {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Clocks change between midnight and three; asking the rules of every other hour would be for nothing. */
    private static final int LAST_HOUR_OF_CHANGE = 3;

    private final Findings findings;
    private final ZoneId floating;
    private final ZoneId published;
    private final boolean supposed;
    private final boolean keepsOffsets;

    Clocks(SourceRecord record, Source source, Located located, Findings findings) {
        this.findings = findings;
        ZoneId named = named(record, findings);
        ZoneId ofSource = zone(source.zone());
        ZoneId ofPlace = located.zone();
        ZoneId fallback = ofSource == null ? PARIS : ofSource;
        floating = named != null ? named : ofPlace != null ? ofPlace : fallback;
        published = ofPlace != null ? ofPlace : named != null && !isUtc(named) ? named : fallback;
        supposed = named == null && ofPlace == null;
        keepsOffsets = located.isForeign() && named == null;
    }

    String zone() {
        return published.getId();
    }

    Moment moment(IsoDate date, Field field) {
        LocalTime time = date.time();
        return time == null ? Moment.of(date.day()) : moment(date.day(), time, date.offset(), field);
    }

    Moment moment(LocalDate day, @Nullable LocalTime time, Field field) {
        return time == null ? Moment.of(day) : moment(day, time, null, field);
    }

    private Moment moment(LocalDate day, LocalTime time, @Nullable ZoneOffset offset, Field field) {
        if (offset == null) {
            if (supposed) {
                findings.noteOnce(NoticeCode.FLOATING_TIME, field, day + " " + time);
            }
            ZonedDateTime local = day.atTime(time).atZone(floating);
            tellChange(local, time, field);
            return Moment.of(local.withZoneSameInstant(published).toOffsetDateTime());
        }
        OffsetDateTime told = day.atTime(time).atOffset(offset);
        boolean keep = keepsOffsets && !offset.equals(ZoneOffset.UTC);
        return Moment.of(keep ? told : told.atZoneSameInstant(published).toOffsetDateTime());
    }

    /**
     * An hour that summer time leaves out is put off by what is left out, one that there is twice is taken for the first, as
     * RFC 5545, 3.3.5 has it: the same for a CSV file as for a calendar.
     */
    private void tellChange(ZonedDateTime local, LocalTime time, Field field) {
        if (time.getHour() > LAST_HOUR_OF_CHANGE) {
            return;
        }
        if (!local.toLocalTime().equals(time)) {
            findings.note(NoticeCode.SKIPPED_HOUR, field, local.toLocalDate() + " " + time);
        } else if (!local.withLaterOffsetAtOverlap().equals(local)) {
            findings.note(NoticeCode.REPEATED_HOUR, field, local.toLocalDate() + " " + time);
        }
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset;
    }

    private static @Nullable ZoneId named(SourceRecord record, Findings findings) {
        String name = record.first(Field.ZONE).orElse(null);
        if (name == null) {
            return null;
        }
        ZoneId zone = zone(name.strip());
        if (zone == null) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.ZONE, name);
        }
        return zone;
    }

    private static @Nullable ZoneId zone(String name) {
        if (name.equals(PARIS.getId())) {
            return PARIS;
        }
        try {
            return name.length() > 60 ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
