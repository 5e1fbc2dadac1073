package moisson.generate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/** Invents events, one family of look-alikes after the other: alone, in series, on tour, side by side, year after year. */
final class Families {
    /** Two years, so that editions of both follow one another. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private static final int DAYS = 730;
    private static final List<Integer> HOURS =
            List.of(8, 9, 9, 10, 10, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 18, 18, 19, 20);
    private static final List<Integer> MINUTES = List.of(0, 0, 0, 0, 30, 30, 15);
    private static final List<Integer> LENGTHS = List.of(60, 60, 90, 90, 120, 120, 180, 240);
    private static final List<Phrase> FORMATS = Words.phrases("formats");
    private static final List<Phrase> SUBJECTS = Words.phrases("sujets");
    private static final List<Phrase> LEADS = Words.phrases("amorces");
    private static final List<Phrase> TAILS = Words.phrases("suites");
    private static final List<List<String>> CAMPAIGNS = Words.rows("campagnes");
    private static final List<String> ROOMS = Words.lines("salles");
    private static final List<String> TRACKS = Words.lines("parcours");
    private static final List<String> TWINS =
            List.of(" – visite libre", " – visite guidée", " – visite en anglais", " – visite en français");

    private final Chance chance;
    private final Towns towns;
    private final List<Host> national;
    private final boolean hard;
    private final AtomicInteger count = new AtomicInteger();

    Families(Reference reference, Chance chance, boolean hard) {
        this.chance = chance;
        this.towns = new Towns(reference);
        this.national = Host.national(reference.organisations());
        this.hard = hard;
    }

    /** The members of one family; the parts of a happening stand behind it. */
    List<Happening> next() {
        Draft draft = draft(Family.any(chance, hard));
        List<Happening> family = new ArrayList<>();
        switch (draft.family()) {
            case SINGLE -> family.add(draft.done());
            case RUN -> run(draft, family::add);
            case OPENING -> opening(draft, family::add);
            case WEEKLY -> weekly(draft, family::add);
            case SAME_DAY -> sameDay(draft, family::add);
            case TOUR -> tour(draft, family::add);
            case CAMPAIGN -> campaign(draft, family::add);
            case ROOMS -> rooms(draft, family::add);
            case YEARLY -> yearly(draft, family::add);
            case TWINS -> twins(draft, family::add);
        }
        return family;
    }

    private void run(Draft draft, Consumer<Happening> out) {
        List<Slot> days = days(draft.slots().getFirst(), chance.from(2, 5));
        Happening whole = draft.at(days).done();
        out.accept(whole);
        if (chance.in(0.25)) {
            days.forEach(
                    day -> out.accept(draft.at(List.of(day)).partOf(whole.id()).done()));
        }
    }

    private void opening(Draft draft, Consumer<Happening> out) {
        Slot first = Slot.of(draft.slots().getFirst().start().withHour(10).withMinute(0), 480);
        Happening whole = draft.at(days(first, chance.from(5, 20))).done();
        out.accept(whole);
        LocalDateTime night = first.start().withHour(18).withMinute(30);
        out.accept(draft.named(draft.title().with(" – vernissage"))
                .at(List.of(Slot.of(night, 90)))
                .partOf(whole.id())
                .done());
    }

    private void weekly(Draft draft, Consumer<Happening> out) {
        Draft one = chance.in(0.25) ? draft.held(true) : draft;
        int sessions = chance.from(3, 8);
        for (int week = 0; week < sessions; week++) {
            out.accept(again(one)
                    .at(later(one.slots(), Duration.ofDays(7L * week)))
                    .done());
        }
    }

    private void sameDay(Draft draft, Consumer<Happening> out) {
        LocalDateTime day = draft.slots().getFirst().start();
        for (int hour : chance.some(List.of(9, 10, 11, 13, 14, 15, 16, 17, 18), chance.from(2, 4))) {
            LocalDateTime start = day.withHour(hour).withMinute(chance.in(0.7) ? 0 : 30);
            out.accept(again(draft).at(List.of(Slot.of(start, 60))).done());
        }
    }

    private void tour(Draft draft, Consumer<Happening> out) {
        int towns = chance.from(3, 12);
        for (int stop = 0; stop < towns; stop++) {
            out.accept(again(draft)
                    .in(Venue.any(this.towns.any(chance), chance))
                    .at(later(draft.slots(), Duration.ofDays(chance.below(40))))
                    .done());
        }
    }

    private void campaign(Draft draft, Consumer<Happening> out) {
        List<String> campaign = chance.of(CAMPAIGNS);
        LocalDateTime day =
                nationalDay(campaign.getFirst(), draft.slots().getFirst().start());
        String what = campaign.get(chance.from(1, campaign.size() - 1));
        String called = chance.in(0.6) ? what : what + " – " + campaign.getFirst();
        int places = chance.from(3, 10);
        // Two places of one town with one name would be told apart by nobody.
        Set<String> names = new HashSet<>();
        for (int place = 0; place < places; place++) {
            Venue venue = Venue.any(chance.in(0.5) ? draft.venue().town() : towns.any(chance), chance);
            if (!names.add(venue.name())) {
                continue;
            }
            out.accept(again(draft)
                    .named(new Title(null, Phrase.french(called), 0, ""))
                    .told(Body.of(chance.of(SUBJECTS), chance))
                    .in(venue)
                    .by(Host.local(venue.town(), chance))
                    .at(List.of(Slot.of(chance.in(0.5) ? day : day.withHour(chance.of(HOURS)), 120)))
                    .done());
        }
    }

    private void rooms(Draft draft, Consumer<Happening> out) {
        int rooms = chance.from(2, 5);
        List<String> tracks = chance.some(TRACKS, rooms);
        List<String> names = chance.some(ROOMS, rooms);
        boolean told = chance.in(0.6);
        for (int room = 0; room < rooms; room++) {
            Title title = told ? draft.title().with(" – parcours " + tracks.get(room)) : draft.title();
            out.accept(again(draft).named(title).inRoom(names.get(room)).done());
        }
    }

    private void yearly(Draft draft, Consumer<Happening> out) {
        int style = chance.below(3);
        for (int year = 0; year < 2; year++) {
            List<Slot> slots = later(days(draft.slots().getFirst(), 2), Duration.ofDays(364L * year));
            int told = slots.getFirst().start().getYear();
            String tail = style == 0 ? "" : style == 1 ? " " + told : " – " + (told - 2010) + "e édition";
            out.accept(again(draft).named(draft.title().with(tail)).at(slots).done());
        }
    }

    private void twins(Draft draft, Consumer<Happening> out) {
        int first = chance.below(2) * 2;
        out.accept(again(draft).named(draft.title().with(TWINS.get(first))).done());
        out.accept(again(draft).named(draft.title().with(TWINS.get(first + 1))).done());
    }

    private Draft draft(Family family) {
        Phrase subject = chance.of(SUBJECTS);
        Town town = towns.any(chance);
        Host host = chance.in(0.25) ? chance.of(national) : Host.local(town, chance);
        LocalDateTime start = day().atTime(chance.of(HOURS), chance.of(MINUTES));
        Draft draft = new Draft(
                count,
                family,
                title(subject),
                Body.of(subject, chance),
                List.of(Slot.of(start, chance.of(LENGTHS))),
                Venue.any(town, chance),
                null,
                host,
                family == Family.SINGLE && chance.in(0.06),
                "",
                null);
        return draft.onPage(page(draft));
    }

    /** A sibling: three in five share the page of the family. */
    private Draft again(Draft draft) {
        return chance.in(0.6) ? draft : draft.onPage(page(draft));
    }

    private String page(Draft draft) {
        return "https://agenda-" + Words.slug(draft.host().shortName(), 30) + ".example/"
                + Words.slug(draft.title().text(), 50) + "-" + chance.below(1_000_000);
    }

    private Title title(Phrase subject) {
        @Nullable Phrase lead = chance.in(0.55) ? chance.of(LEADS) : null;
        @Nullable Phrase tail = chance.in(lead == null ? 0.95 : 0.6) ? chance.of(TAILS) : null;
        Phrase core = new Phrase(put(lead, subject, tail, false), put(lead, subject, tail, true));
        return new Title(chance.in(0.75) ? chance.of(FORMATS) : null, core, chance.below(Title.STYLES), "");
    }

    private static String put(@Nullable Phrase lead, Phrase subject, @Nullable Phrase tail, boolean english) {
        return (lead == null ? "" : lead.in(english) + " ")
                + subject.in(english)
                + (tail == null ? "" : (english && tail.english().startsWith(":") ? "" : " ") + tail.in(english));
    }

    /** Any day; one family in four is of November, the month of public innovation. */
    private LocalDate day() {
        LocalDate day = FIRST_DAY.plusDays(chance.below(DAYS));
        return chance.in(0.25) ? LocalDate.of(day.getYear(), 11, chance.from(1, 30)) : day;
    }

    /** A Saturday, or the Sunday after, the same for all who take part. */
    private LocalDateTime nationalDay(String campaign, LocalDateTime some) {
        int day = Math.floorMod(campaign.hashCode(), 350) + 1;
        LocalDate saturday =
                LocalDate.ofYearDay(some.getYear(), day).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        return saturday.plusDays(chance.below(2)).atTime(some.toLocalTime());
    }

    private static List<Slot> days(Slot first, int days) {
        List<Slot> slots = new ArrayList<>(days);
        for (int day = 0; day < days; day++) {
            slots.add(first.later(Duration.ofDays(day)));
        }
        return slots;
    }

    private static List<Slot> later(List<Slot> slots, Duration shift) {
        return slots.stream().map(slot -> slot.later(shift)).toList();
    }
}
