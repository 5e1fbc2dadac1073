package moisson.serve.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import moisson.event.Edition;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Term;
import moisson.serve.http.Limiter;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form by which an organiser proposes an event. Knows nothing of HTTP: a route hands in the fields that were sent
 * and sends the answer back. What is accepted goes its way as one more delivery; the contact never goes with it.
 */
public final class ProposalForm {
    /** Named so that robots like it; people do not see it. */
    static final String HONEYPOT = "site_personnel";

    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final int KEPT_DAYS_AFTER_CLOSING = 30;
    /** Without letters and digits that are taken for one another (Crockford). */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final List<String> COPIED = List.of(
            "titre",
            "description",
            "lieu",
            "adresse",
            "code_postal",
            "commune",
            "tarif",
            "accessibilite",
            "url",
            "inscription");

    private final ProposalDesk desk;
    private final FormPages pages;
    private final Stamp stamp;
    private final RandomGenerator random;
    private final ObjectMapper json = new ObjectMapper();
    private final Limiter accepted = new Limiter(5, Duration.ofMinutes(10));
    private final Limiter sent = new Limiter(30, Duration.ofMinutes(10));

    public ProposalForm(ProposalDesk desk) {
        this(desk, new SecureRandom());
    }

    ProposalForm(ProposalDesk desk, RandomGenerator random) {
        this.desk = desk;
        this.pages = new FormPages(desk);
        this.stamp = new Stamp(desk.secret());
        this.random = random;
    }

    /**
     * Judges a form that was sent.
     *
     * @param remoteAddress of the sender, only for counting how often it sends; never kept
     */
    public FormAnswer answer(Map<String, String> fields, String remoteAddress, Instant now) {
        Proposal proposal = new Proposal(fields);
        Optional<Instant> opened = stamp.read(proposal.text("jeton"));
        Optional<Edition> edition = desk.open(now).or(() -> opened.flatMap(at -> late(at, now)));
        if (edition.isEmpty()) {
            return FormAnswer.page(403, pages.closed(now));
        }
        if (accepted.exhausted(remoteAddress, now) || sent.exhausted(remoteAddress, now)) {
            return again(
                    429,
                    fields,
                    edition.get(),
                    now,
                    Map.of(),
                    "Beaucoup de propositions viennent d’arriver de "
                            + "votre connexion. Attendez dix minutes, puis envoyez de nouveau\u202f: rien n’est perdu.");
        }
        sent.count(remoteAddress, now);
        String robot = robot(proposal, opened, now);
        Map<String, String> errors = Checks.errors(proposal, edition.get());
        if (robot != null || !errors.isEmpty()) {
            return again(422, fields, edition.get(), now, errors, robot);
        }
        accepted.count(remoteAddress, now);
        return accept(proposal, edition.get());
    }

    /** The edition that closed a moment ago, for those who had opened the form while it was open. */
    private Optional<Edition> late(Instant opened, Instant now) {
        return desk.open(now.minus(GRACE))
                .filter(edition -> desk.open(opened).filter(edition::equals).isPresent());
    }

    /** The empty form, or the page that says why there is none. */
    FormAnswer show(Instant now) {
        return desk.open(now)
                .map(edition -> FormAnswer.page(
                        200, pages.form(edition, stamp.issue(now), new HashMap<>(), Map.of(), null, false)))
                .orElseGet(() -> FormAnswer.page(403, pages.closed(now)));
    }

    String thanks(String reference) {
        return pages.thanks(reference);
    }

    /** What only a robot does, said so that a person who did it knows what to do; null for people. */
    private static @Nullable String robot(Proposal proposal, Optional<Instant> opened, Instant now) {
        if (proposal.has(HONEYPOT)) {
            return "Un champ caché a été rempli, comme le font les robots. Envoyez de nouveau\u202f: il est vidé.";
        }
        if (opened.isEmpty()) {
            return "Le formulaire n’a pas été reconnu. Vérifiez vos réponses, puis envoyez de nouveau.";
        }
        Duration age = Duration.between(opened.get(), now);
        if (age.compareTo(Stamp.TOO_FAST) < 0) {
            return "Le formulaire est parti en moins de trois secondes. Relisez-le, puis envoyez de nouveau.";
        }
        return age.compareTo(Stamp.TOO_OLD) > 0
                ? "Le formulaire était ouvert depuis plus d’un jour. Vérifiez vos réponses, puis envoyez de nouveau."
                : null;
    }

    /** The page for a proposal that was right but could not be kept: nothing typed is lost, and it can be sent again. */
    public FormAnswer unavailable(Map<String, String> fields, Instant now) {
        return desk.open(now)
                .map(edition -> again(
                        503,
                        fields,
                        edition,
                        now,
                        Map.of(),
                        "Votre proposition n’a pas pu être enregistrée : la panne est de notre côté. Vos réponses sont "
                                + "gardées dans cette page ; envoyez de nouveau dans quelques minutes."))
                .orElseGet(() -> FormAnswer.page(403, pages.closed(now)));
    }

    private FormAnswer again(
            int status,
            Map<String, String> fields,
            Edition edition,
            Instant now,
            Map<String, String> errors,
            @Nullable String general) {
        Map<String, String> values = new HashMap<>(fields);
        values.remove(HONEYPOT);
        String kept = fields.getOrDefault("jeton", "");
        boolean usable = stamp.read(kept)
                .filter(at -> Duration.between(at, now).compareTo(Stamp.TOO_OLD) <= 0)
                .isPresent();
        String fresh = usable ? kept : stamp.issue(now);
        return FormAnswer.page(status, pages.form(edition, fresh, values, errors, general, true));
    }

    private FormAnswer accept(Proposal proposal, Edition edition) {
        String reference = reference(edition);
        LocalDate closes = edition.submissionsClose() == null ? edition.until() : edition.submissionsClose();
        return new FormAnswer(
                303,
                "/proposer/recu/" + reference,
                "",
                reference,
                submission(proposal, edition, reference),
                new FormAnswer.Contact(
                        proposal.text("contact_nom"),
                        proposal.text("contact_courriel"),
                        closes.plusDays(KEPT_DAYS_AFTER_CLOSING)));
    }

    private String reference(Edition edition) {
        StringBuilder text = new StringBuilder().append(edition.year()).append("-P-");
        for (int i = 0; i < 8; i++) {
            text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return text.toString();
    }

    /** Hours are those of the place: whoever reads this knows its zone from the commune. */
    private String submission(Proposal proposal, Edition edition, String reference) {
        ObjectNode object = json.createObjectNode().put("id", reference).put("edition", edition.year());
        LocalDate first = proposal.day("date").orElseThrow();
        LocalDate last = proposal.day("date_fin").orElse(first);
        LocalTime start = proposal.hour("heure_debut").orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        COPIED.forEach(field -> values.put(field, proposal.text(field)));
        values.put("format", french(moisson.event.EventFormat.values(), proposal.text("format")));
        values.put("mode", french(Mode.values(), proposal.text("mode")));
        values.put("debut", first + "T" + start);
        values.put("fin", end(proposal, last));
        values.put("organisateurs", proposal.text("organisateur"));
        values.put("type_organisateur", french(OrganiserType.values(), proposal.text("type_organisateur")));
        values.put("gratuit", proposal.text("gratuit"));
        values.put("langue", "fr");
        values.forEach((name, value) -> {
            if (!value.isBlank()) {
                object.put(name, value);
            }
        });
        return object.toString();
    }

    private static String end(Proposal proposal, LocalDate last) {
        return proposal.hour("heure_fin")
                .map(hour -> last + "T" + hour)
                .orElse(proposal.has("date_fin") ? last.toString() : "");
    }

    private static String french(Term[] terms, String code) {
        for (Term term : terms) {
            if (term.code().equals(code)) {
                return term.french();
            }
        }
        return "";
    }

    /** "31 octobre 2020 à 23 h 59 (heure de Paris)". */
    static String closing(Edition edition) {
        LocalDate day = edition.submissionsClose();
        return day == null ? "" : new Dates(Words.in(false)).longDay(day) + " à 23\u202fh\u202f59 (heure de Paris)";
    }
}
