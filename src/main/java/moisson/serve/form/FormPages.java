package moisson.serve.form;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import moisson.event.Edition;
import moisson.serve.view.Dates;
import moisson.serve.view.Frame;
import moisson.serve.view.Pages;
import moisson.serve.view.StaticFiles;
import moisson.serve.view.Words;
import org.jspecify.annotations.Nullable;

/** The pages around the form. */
final class FormPages {
    private final ProposalDesk desk;
    private final Pages pages = new Pages();

    FormPages(ProposalDesk desk) {
        this.desk = desk;
    }

    String form(
            Edition edition,
            String stamp,
            Map<String, String> values,
            Map<String, String> errors,
            @Nullable String general,
            boolean sent) {
        String title = "Proposer un événement";
        Frame frame = frame(sent ? "Erreur\u202f: " + title : title);
        return pages.render(
                "form",
                frame,
                new FormView(
                        edition.name(),
                        new Dates(Words.in(false)).span(edition.from(), edition.until()),
                        edition.from().toString(),
                        edition.until().toString(),
                        ProposalForm.closing(edition),
                        desk.controller(),
                        stamp,
                        general,
                        values,
                        errors));
    }

    String closed(Instant now) {
        Optional<Edition> closed = desk.lastClosed(now);
        Optional<Edition> next = desk.next(now);
        Dates dates = new Dates(Words.in(false));
        String sentence = closed.map(edition -> "Le dépôt a fermé le " + ProposalForm.closing(edition) + ".")
                .orElse("Le dépôt n’est pas ouvert.");
        String reason = closed.map(edition -> "Les propositions pour l’édition «\u202f" + edition.name()
                        + "\u202f» sont closes, pour que son programme puisse être relu et publié à temps.")
                .orElse("Aucune édition n’accueille de propositions en ce moment.");
        String later = next.map(edition -> edition.submissionsOpen() == null
                        ? null
                        : "Les propositions pour «\u202f" + edition.name() + "\u202f» ouvriront le "
                                + dates.longDay(edition.submissionsOpen()) + ".")
                .orElse(null);
        String contact = closed.map(Edition::contact).orElse(null);
        return pages.render(
                "closed",
                frame("Le dépôt est fermé"),
                new FormView.Closed(sentence, reason, later, contact == null ? desk.controller() : contact));
    }

    String thanks(String reference) {
        return pages.render("thanks", frame("Proposition reçue"), reference);
    }

    private static Frame frame(String title) {
        return new Frame(StaticFiles.assets(), false, "/proposer", title, false);
    }
}
