package moisson.serve.form;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Edition;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Term;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;

/** What a proposal must say before it may enter; one sentence per field that has to be mended. */
final class Checks {
    /** The fields that everybody will read. */
    static final List<String> PUBLIC =
            List.of("titre", "description", "lieu", "adresse", "commune", "organisateur", "tarif", "accessibilite");

    private static final Map<String, Integer> LONGEST = Map.of(
            "titre",
            150,
            "description",
            3_000,
            "lieu",
            200,
            "adresse",
            200,
            "commune",
            100,
            "organisateur",
            200,
            "tarif",
            200,
            "accessibilite",
            200,
            "contact_nom",
            150,
            "contact_courriel",
            254);
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9.-]{1,190}\\.\\p{L}{2,24}");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d/])(?:(?:\\+|00)\\d{2,3}[\\s.\\-\u00a0\u202f]?(?:\\(0\\))?[\\s.\\-\u00a0\u202f]?\\d|0\\d)(?:[\\s.\\-\u00a0\u202f]?\\d{2}){4}(?!\\d)");

    private final Proposal proposal;
    private final Edition edition;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Checks(Proposal proposal, Edition edition) {
        this.proposal = proposal;
        this.edition = edition;
    }

    /** By field, in the order of the form; empty when all is well. */
    static Map<String, String> errors(Proposal proposal, Edition edition) {
        Checks checks = new Checks(proposal, edition);
        checks.what();
        checks.when();
        checks.where();
        checks.who();
        checks.lengths();
        checks.privacy();
        return checks.errors;
    }

    private void what() {
        require("titre", "Donnez un titre à l’événement");
        oneOf("format", EventFormat.values(), "Choisissez le format de l’événement");
        oneOf("mode", Mode.values(), "Dites si l’on participe sur place, en ligne ou les deux");
        require("description", "Décrivez l’événement en quelques phrases");
    }

    private void when() {
        Optional<LocalDate> first = proposal.day("date");
        if (first.isEmpty()) {
            wrong("date", proposal.has("date") ? "Cette date n’existe pas" : "Indiquez le jour de l’événement");
        } else {
            inside("date", first.get());
        }
        Optional<LocalDate> last = proposal.has("date_fin") ? proposal.day("date_fin") : first;
        if (last.isEmpty() && proposal.has("date_fin")) {
            wrong("date_fin", "Cette date n’existe pas");
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            wrong("date_fin", "Le dernier jour précède le premier");
        }
        hours(first.equals(last));
    }

    private void inside(String field, LocalDate day) {
        if (day.isBefore(edition.from()) || day.isAfter(edition.until())) {
            wrong(
                    field,
                    "Choisissez un jour de l’édition, "
                            + new Dates(Words.in(false)).span(edition.from(), edition.until()));
        }
    }

    private void hours(boolean sameDay) {
        Optional<LocalTime> start = proposal.hour("heure_debut");
        Optional<LocalTime> end = proposal.hour("heure_fin");
        if (start.isEmpty()) {
            wrong(
                    "heure_debut",
                    proposal.has("heure_debut") ? "Écrivez l’heure comme 9:30" : "Indiquez l’heure de début");
        }
        if (end.isEmpty() && proposal.has("heure_fin")) {
            wrong("heure_fin", "Écrivez l’heure comme 17:30");
        }
        if (sameDay && start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            wrong("heure_fin", "L’heure de fin doit suivre l’heure de début");
        }
    }

    private void where() {
        if (!proposal.text("mode").equals(Mode.ONLINE.code())) {
            require("lieu", "Indiquez le lieu");
            require("commune", "Indiquez la commune");
        }
        if (proposal.has("code_postal") && !proposal.text("code_postal").matches("\\d{5}")) {
            wrong("code_postal", "Un code postal a cinq chiffres");
        }
        url("url");
        url("inscription");
    }

    private void who() {
        require("organisateur", "Indiquez l’organisme qui organise l’événement");
        if (proposal.has("type_organisateur")) {
            oneOf("type_organisateur", OrganiserType.values(), "Choisissez un type d’organisateur de la liste");
        }
        require("contact_nom", "Indiquez votre nom\u202f: il ne sera pas publié");
        if (!EMAIL.matcher(proposal.text("contact_courriel")).matches()) {
            wrong("contact_courriel", "Indiquez une adresse électronique valable, comme nom@exemple.fr");
        }
        if (!proposal.text("consentement").equals("oui")) {
            wrong("consentement", "Confirmez que vous avez lu l’information sur vos données");
        }
    }

    private void lengths() {
        LONGEST.forEach((field, most) -> {
            int length =
                    proposal.text(field).codePointCount(0, proposal.text(field).length());
            if (length > most) {
                wrong(field, "Raccourcissez ce texte\u202f: %d caractères au plus, il en a %d".formatted(most, length));
            }
        });
    }

    private void privacy() {
        for (String field : PUBLIC) {
            refuse(field, EMAIL, "l’adresse électronique");
            refuse(field, PHONE, "le numéro de téléphone");
        }
    }

    private void refuse(String field, Pattern pattern, String what) {
        Matcher matcher = pattern.matcher(proposal.text(field));
        if (matcher.find()) {
            wrong(field, "Ce champ est public\u202f: retirez " + what + " «\u202f" + matcher.group() + "\u202f»");
        }
    }

    private void url(String field) {
        if (!proposal.has(field)) {
            return;
        }
        try {
            URI uri = new URI(proposal.text(field));
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                wrong(field, "Une adresse commence par https://");
            }
        } catch (URISyntaxException e) {
            wrong(field, "Cette adresse contient des caractères qui n’ont pas leur place");
        }
    }

    private void oneOf(String field, Term[] terms, String message) {
        if (Arrays.stream(terms).noneMatch(term -> term.code().equals(proposal.text(field)))) {
            wrong(field, message);
        }
    }

    private void require(String field, String message) {
        if (!proposal.has(field)) {
            wrong(field, message);
        }
    }

    /** The first thing wrong with a field is told, the others wait. */
    private void wrong(String field, String message) {
        errors.putIfAbsent(field, message + ".");
    }
}
