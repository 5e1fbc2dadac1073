package moisson.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import moisson.deduplicate.Thresholds;
import moisson.event.EventId;
import moisson.event.Likeness;
import moisson.event.Match;
import moisson.event.Plural;
import moisson.event.Reason;
import moisson.publish.Testimony;
import moisson.publish.merge.Telling;
import moisson.publish.merge.Trust;
import moisson.store.PublicationTable.Life;
import moisson.store.RecordTable.Stored;

/** Tells a person what is known of an event, so that every value and every joining can be followed. */
final class ExplainReport {
    private static final int LONGEST_VALUE = 100;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'à' HH 'h' mm", Locale.FRENCH)
            .withZone(ZoneId.of("Europe/Paris"));

    private final ExplainedEvent event;
    private final Map<String, Trust> trust;
    private final PrintWriter out;

    /** @param trust in the sources, by their ids */
    ExplainReport(ExplainedEvent event, Map<String, Trust> trust, PrintWriter out) {
        this.event = event;
        this.trust = trust;
        this.out = out;
    }

    void print() {
        if (!event.asked().equals(event.id())) {
            out.println("«\u202F" + event.asked() + "\u202F» mène à l’événement " + event.id() + ".");
        }
        List<Stored> live = event.live();
        if (live.isEmpty()) {
            out.println("Événement " + event.id() + "\u202F: plus aucun enregistrement ne le raconte.");
        } else {
            Testimony testimony = Testimony.of(live.stream().map(this::telling).toList());
            out.println("Événement " + event.id() + "\u202F: "
                    + testimony.merged().event().title());
            published();
            values(testimony, live);
        }
        members();
        verdicts();
        matches("Pourquoi ces enregistrements sont réunis", Match.Decision.JOINED);
        matches("Ce qui reste à vérifier par une personne", Match.Decision.REVIEW);
        matches("Ce dont il fait partie, ou qui en fait partie", Match.Decision.PART_OF);
        history();
        out.flush();
    }

    private void published() {
        Life life = event.life();
        out.println(
                life == null
                        ? "Jamais publié à ce jour."
                        : "Publié le " + hour(life.publishedAt()) + "\u202F; modifié le " + hour(life.modifiedAt())
                                + ".");
    }

    private Telling telling(Stored record) {
        return new Telling(record.event(), trust.getOrDefault(record.id().source(), Trust.NORMAL), record.changed());
    }

    private void values(Testimony testimony, List<Stored> live) {
        Map<EventId, Stored> records = new TreeMap<>();
        live.forEach(record -> records.put(record.id(), record));
        heading("D’où vient chaque valeur");
        if (live.size() > 1) {
            long conflicts = testimony.conflicts();
            out.println("  "
                    + (conflicts == 0
                            ? "Les fiches ne se contredisent sur rien."
                            : "Les fiches se contredisent sur " + Plural.of(conflicts, "champ") + "."));
        }
        for (Testimony.Value value : testimony.values()) {
            String column = value.column().name();
            out.printf("  %-19s %s%n", column, shortened(value.value()));
            out.printf(
                    "  %-19s   de %s, %s%s%n",
                    "",
                    value.from(),
                    Objects.requireNonNull(records.get(value.from())).place(),
                    value.why().isEmpty() ? "" : "\u202F: " + value.why());
            value.others()
                    .forEach(other -> out.printf(
                            "  %-19s   autrement\u202F: %s (%s)%n", "", shortened(other.value()), other.from()));
        }
        out.printf(
                "  %-19s %d sur 100, calculée%n",
                "completude", testimony.merged().completeness());
    }

    private void members() {
        heading("Enregistrements");
        for (Stored member : event.members()) {
            out.println("  " + member.id() + ", " + member.place() + " (source «\u202F"
                    + member.id().source() + "\u202F», passages " + member.firstRun() + " à " + member.lastRun()
                    + (member.changed() == null ? "" : ", modifiée le " + member.changed()) + ")");
            out.println("    «\u202F" + member.event().title() + "\u202F»");
            if (member.removedAt() != null) {
                out.println("    retiré le " + hour(member.removedAt()) + "\u202F: "
                        + event.removed().getOrDefault(member.id(), "raison inconnue"));
            }
        }
    }

    private void matches(String heading, Match.Decision decision) {
        List<Match> matches = event.matches(decision);
        if (matches.isEmpty()) {
            return;
        }
        heading(heading + " (ressemblance à l’œil, poids en bits)");
        for (Match match : matches) {
            out.println("  " + named(match.left()) + "\u2002↔\u2002" + named(match.right()));
            for (Reason reason : match.reasons()) {
                out.printf(
                        "    %-13s %7s   %-10s %s | %s%n",
                        reason.criterion(),
                        MatchAnswers.signed(reason.weight()),
                        likeness(reason),
                        shortened(reason.left()),
                        shortened(reason.right()));
            }
            out.printf("    %-13s %7s   %s%n", "somme", MatchAnswers.signed(match.score()), verdict(match));
        }
    }

    private static String likeness(Reason reason) {
        return Likeness.of(reason.left(), reason.right(), reason.weight()).french();
    }

    /** What the sum led to: a total alone says nothing to whoever does not know the thresholds. */
    private static String verdict(Match match) {
        Thresholds thresholds = Thresholds.current();
        boolean oneSource = match.left().source().equals(match.right().source());
        double join = oneSource ? thresholds.joinSameSource() : thresholds.join();
        return switch (match.decision()) {
            case JOINED ->
                match.reasons().stream().anyMatch(reason -> reason.criterion().equals("décision"))
                        ? "réunies par une personne"
                        : "réunies, à partir de %.0f%s"
                                .formatted(join, oneSource ? " (deux fiches d’une même source)" : "");
            case REVIEW ->
                match.score() < join
                        ? "sous les %.0f bits qu’il faut pour réunir".formatted(join)
                        : "assez de bits, mais laissé à une personne\u202F: les titres diffèrent trop, une autre fiche"
                                + " conviendrait aussi bien, ou le groupe se contredirait";
            case PART_OF -> "séances de l’une comprises dans celles de l’autre\u202F: liées, jamais réunies";
        };
    }

    private void verdicts() {
        if (event.verdicts().isEmpty()) {
            return;
        }
        heading("Ce que des personnes en ont décidé");
        event.verdicts().forEach(given -> out.println("  " + DecisionText.of(given)));
    }

    /** With the other event's id when the record is not one of this event's. */
    private String named(EventId record) {
        String cluster = event.clusters().getOrDefault(record, event.id());
        return cluster.equals(event.id()) ? record.toString() : record + " (événement " + cluster + ")";
    }

    private void history() {
        heading("Histoire");
        event.history()
                .forEach(entry ->
                        out.println("  " + hour(entry.at()) + "\u2002" + entry.cluster() + "\u2002" + entry.change()));
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static String hour(Instant at) {
        return HOUR.format(at);
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return line.substring(0, end) + "…";
    }
}
