package moisson.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moisson.event.Field;
import moisson.generate.Outlet.Kind;

/** Tells a happening as a source of some kind would: its habits, its omissions and its mistakes. */
final class Teller {
    private static final String FICTIONAL = "Événement fictif.";
    private static final List<String> ADDED = List.of(" !", " (gratuit)", " - sur inscription", " - entrée libre");
    private static final List<String> AUDIENCES = List.of("tout public", "agents publics", "étudiants", "élus");

    private final Chance chance;
    /** How much more often mistakes are made than in the easy sets. */
    private final double more;

    Teller(Chance chance, boolean hard) {
        this.chance = chance;
        this.more = hard ? 1.7 : 1;
    }

    Telling tell(Happening happening, Outlet outlet, int number) {
        boolean english = switch (outlet.kind()) {
            case AGENDA -> chance.in(0.02);
            case PREFECTURE -> chance.in(0.015);
            case FORM, CITY -> false;
        };
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.TITLE, title(happening, outlet.kind(), english));
        values.put(Field.DESCRIPTION, description(happening, outlet.kind(), english));
        values.put(Field.KEYWORD, "événement fictif");
        if (english || outlet.kind() == Kind.AGENDA) {
            values.put(Field.LANGUAGE, english ? "en" : "fr");
        }
        Phrase format = happening.title().format();
        if (format != null && chance.in(0.6)) {
            values.put(Field.FORMAT, format.french());
        }
        if (chance.in(0.5)) {
            values.put(Field.AUDIENCE, chance.of(AUDIENCES));
        }
        if (chance.in(outlet.kind() == Kind.PREFECTURE ? 0.6 : 0.9)) {
            values.put(Field.ORGANISER, organiser(happening, outlet.kind()));
        }
        values.put(Field.URL, page(happening, outlet, number));
        new Whereabouts(chance, more).put(happening, outlet.kind(), values);
        return new Telling(number, outlet, key(outlet, number), values, times(happening, outlet.kind()), happening);
    }

    /** Mixed up, so that neighbours in number say nothing of neighbours in fact: an odd factor loses no number. */
    private static String key(Outlet outlet, int number) {
        long mixed = Integer.toUnsignedLong(number * 0x9E3779B1);
        return outlet.kind() == Kind.AGENDA ? Long.toString(mixed) : outlet.name() + "-" + Long.toString(mixed, 36);
    }

    private String title(Happening happening, Kind kind, boolean english) {
        Title title = happening.title();
        String text =
                chance.in(0.45) ? title.text(chance.below(Title.STYLES), english) : title.text(title.style(), english);
        if (chance.in(0.06 * more)) {
            text = Slips.typed(text, chance);
        }
        if (more > 1 && chance.in(0.005)) {
            // Another title altogether: nothing but the circumstances tells that it is the same.
            text = "Rendez-vous : " + happening.venue().name();
        }
        if (chance.in(kind == Kind.PREFECTURE ? 0.05 : 0.01)) {
            text = Slips.announced(text, chance);
        }
        return switch (kind) {
            case FORM -> typed(text);
            case CITY -> exported(text);
            case AGENDA, PREFECTURE -> text;
        };
    }

    private String typed(String title) {
        String text = chance.in(0.18) ? Words.withoutAccents(title) : title;
        text = chance.in(0.08) ? Slips.shouted(text) : text;
        return chance.in(0.04) ? text + chance.of(ADDED) : text;
    }

    private String exported(String title) {
        String text = chance.in(0.2) ? Words.withoutAccents(title) : title;
        text = chance.in(0.015 * more) ? Slips.garbled(text) : text;
        return chance.in(0.06) ? Slips.cut(text, 44, "…") : text;
    }

    /** Says at its end that it is fictional, whatever is cut before. */
    private String description(Happening happening, Kind kind, boolean english) {
        String text = happening.body().text(english);
        String room = happening.room();
        if (room != null && chance.in(0.25)) {
            text = Words.capital(room) + ". " + text;
        }
        if (chance.in(0.04 * more)) {
            text = Slips.typed(text, chance);
        }
        String told = switch (kind) {
            case FORM -> chance.in(0.1) ? "" : chance.in(0.2) ? Slips.cut(text, chance.from(40, 90), "") : text;
            case AGENDA -> chance.in(0.5) ? Slips.cut(text, 200, "") : text;
            case PREFECTURE -> chance.in(0.3) ? Slips.escaped(text) : text;
            case CITY -> chance.in(0.04 * more) ? Slips.garbled(Slips.cut(text, 140, "")) : Slips.cut(text, 140, "…");
        };
        return told.isEmpty() ? FICTIONAL : told + " " + FICTIONAL;
    }

    private String organiser(Happening happening, Kind kind) {
        return switch (kind) {
            case AGENDA ->
                chance.in(0.2)
                        ? "Agenda " + happening.venue().town().name()
                        : happening.host().name();
            case FORM ->
                chance.in(0.3) ? happening.host().shortName() : happening.host().name();
            case CITY ->
                chance.in(0.45)
                        ? happening.host().shortName()
                        : happening.host().name();
            case PREFECTURE -> happening.host().name();
        };
    }

    private String page(Happening happening, Outlet outlet, int number) {
        String page = happening.page();
        return switch (outlet.kind()) {
            case FORM -> chance.in(0.35) ? "" : page;
            case AGENDA ->
                chance.in(0.85)
                        ? "https://agenda.example/" + outlet.name() + "/"
                                + Words.slug(happening.title().text(), 50) + "-" + number
                        : page;
            case PREFECTURE -> chance.in(0.5) ? page + "?utm_source=ical&utm_medium=flux" : page;
            case CITY -> chance.in(0.3) ? "" : chance.in(0.4) ? page.replace("https:", "http:") + "/" : page;
        };
    }

    private Times times(Happening happening, Kind kind) {
        List<Slot> slots = happening.slots();
        var zone = happening.venue().town().zone();
        if (kind == Kind.PREFECTURE && chance.in(0.03 * more)) {
            slots = Slips.inUtc(slots, zone);
        }
        boolean hours = !chance.in(kind == Kind.CITY ? 0.18 : kind == Kind.PREFECTURE ? 0.07 : 0);
        boolean end = !chance.in(kind == Kind.CITY ? 0.35 : kind == Kind.FORM ? 0.25 : 0);
        if (!end && slots.size() == 1) {
            slots = slots.stream().map(Slot::withoutEnd).toList();
        }
        if (slots.size() > 2 && chance.in(0.02 * more)) {
            // The last day was added later, and nobody told this source.
            slots = slots.subList(0, slots.size() - 1);
        }
        return new Times(slots, hours, kind != Kind.CITY && kind != Kind.FORM, zone, style(kind));
    }

    private Times.Style style(Kind kind) {
        return switch (kind) {
            case CITY -> Times.Style.FRENCH;
            case FORM -> chance.in(0.06) ? Times.Style.WORDS : Times.Style.ISO;
            case AGENDA, PREFECTURE -> Times.Style.ISO;
        };
    }
}
