package moisson.publish.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one dataset.
 *
 * @param series the name of the series it belongs to; null for the series themselves
 * @param issued and {@code modified}: taken from the events; null without events
 */
record DatasetPage(
        String name,
        @Nullable String series,
        String title,
        String description,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant issued,
        @Nullable Instant modified,
        boolean current,
        List<Manifest.Entry> files) {
    DatasetPage {
        files = List.copyOf(files);
    }

    boolean figures() {
        return name.startsWith("statistiques");
    }

    /** What is published of each edition and of all together. */
    private record Kind(String name, String title, String all, String ofEdition) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "evenements",
                    "Événements",
                    "Tous les événements publiés, une ligne par événement, doublons réunis.",
                    "Les événements de l’édition %d, une ligne par événement, doublons réunis."),
            new Kind(
                    "statistiques",
                    "Statistiques",
                    "Les chiffres de chaque édition et de toutes ensemble, avec leur définition.",
                    "Les chiffres de l’édition %d, avec leur définition."),
            new Kind(
                    "sources-et-doublons",
                    "Sources et doublons",
                    "Quel enregistrement de quelle source est devenu quel événement, avec les scores et les raisons.",
                    "Quel enregistrement est devenu quel événement de l’édition %d, avec les scores et les raisons."),
            new Kind(
                    "changements",
                    "Changements",
                    "Ce que chaque version publiée a ajouté, modifié et retiré.",
                    "Ce que chaque version publiée a ajouté, modifié et retiré de l’édition %d."));

    /** One page per dataset that has files, the series first. */
    static List<DatasetPage> all(List<Edition> editions, List<Manifest.Entry> files, List<PublishedEvent> events) {
        List<Edition> held = editions.stream()
                .filter(edition -> events.stream().anyMatch(event -> event.edition() == edition.year()))
                .sorted(Comparator.comparingInt(Edition::year))
                .toList();
        List<DatasetPage> pages = new ArrayList<>();
        for (Kind kind : KINDS) {
            String title = kind.title() + " de l’innovation publique, toutes éditions";
            pages.add(page(kind.name(), title, kind.all(), held, null, files, events));
        }
        for (Edition edition : held) {
            for (Kind kind : KINDS) {
                pages.add(page(
                        kind.name() + "-" + edition.year(),
                        kind.title() + " – " + edition.name(),
                        kind.ofEdition().formatted(edition.year()),
                        held,
                        edition,
                        files,
                        events));
            }
        }
        return pages.stream().filter(page -> !page.files().isEmpty()).toList();
    }

    private static DatasetPage page(
            String name,
            String title,
            String description,
            List<Edition> held,
            @Nullable Edition edition,
            List<Manifest.Entry> files,
            List<PublishedEvent> events) {
        List<PublishedEvent> told = events.stream()
                .filter(event -> edition == null || event.edition() == edition.year())
                .toList();
        List<Edition> covered = edition == null ? held : List.of(edition);
        return new DatasetPage(
                name,
                edition == null ? null : name.substring(0, name.lastIndexOf('-')),
                title,
                description,
                covered.stream()
                        .map(Edition::from)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                covered.stream()
                        .map(Edition::until)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                told.stream()
                        .map(PublishedEvent::publishedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                told.stream()
                        .map(PublishedEvent::modifiedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                edition == null || edition.equals(held.getLast()),
                files.stream()
                        .filter(file -> file.dataset().equals(name) && Offered.inCatalogue(file))
                        .toList());
    }
}
