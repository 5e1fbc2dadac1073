package moisson.publish.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.publish.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one dataset.
 *
 * @param kind what it tells, the same for every edition; also the name of the series
 * @param series the name of the series it belongs to; null for the series themselves, and without one
 * @param before the name of the dataset of the edition before; null for the first
 * @param issued and {@code modified}: taken from the events; null without events
 * @param files its distributions
 * @param beside files with the same content in formats that the catalogue does not offer
 */
record DatasetPage(
        String name,
        Kind kind,
        @Nullable String series,
        @Nullable String before,
        String title,
        String description,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant issued,
        @Nullable Instant modified,
        boolean current,
        List<Manifest.Entry> files,
        List<Manifest.Entry> beside) {
    DatasetPage {
        files = List.copyOf(files);
        beside = List.copyOf(beside);
    }

    /** Whether it tells of all editions together, and so is the series of those of each. */
    boolean whole() {
        return name.equals(kind.name);
    }

    /** What is published of each edition and of all together. */
    enum Kind {
        EVENTS(
                "evenements",
                "Événements",
                "Tous les événements publiés, une ligne par événement, doublons réunis.",
                "Les événements de l’édition %d, une ligne par événement, doublons réunis.",
                "agenda"),
        FIGURES(
                "statistiques",
                "Statistiques",
                "Les chiffres de chaque édition et de toutes ensemble, avec leur définition.",
                "Les chiffres de l’édition %d, avec leur définition.",
                "statistiques"),
        MEMBERS(
                "sources-et-doublons",
                "Sources et doublons",
                "Quel enregistrement de quelle source est devenu quel événement, avec les scores et les raisons.",
                "Quel enregistrement est devenu quel événement de l’édition %d, avec les scores et les raisons.",
                "provenance"),
        CHANGES(
                "changements",
                "Changements",
                "Ce que chaque version publiée a ajouté, modifié et retiré.",
                "Ce que chaque version publiée a ajouté, modifié et retiré de l’édition %d.",
                "historique");

        private final String name;
        private final String title;
        private final String all;
        private final String ofEdition;
        private final String keyword;

        Kind(String name, String title, String all, String ofEdition, String keyword) {
            this.name = name;
            this.title = title;
            this.all = all;
            this.ofEdition = ofEdition;
            this.keyword = keyword;
        }

        /** The word that tells this kind from the others. */
        String keyword() {
            return keyword;
        }

        String named(@Nullable Edition edition) {
            return edition == null ? name : name + "-" + edition.year();
        }
    }

    /** When the events of an edition, or of several, were first published and last changed. */
    record Span(Instant issued, Instant modified) {
        Span with(Span other) {
            return new Span(
                    issued.isBefore(other.issued) ? issued : other.issued,
                    modified.isAfter(other.modified) ? modified : other.modified);
        }
    }

    /**
     * One page per dataset that has files, the series first.
     *
     * @param spans of the editions with events, by year
     */
    static List<DatasetPage> all(List<Edition> editions, List<Manifest.Entry> files, Map<Integer, Span> spans) {
        List<Edition> held = editions.stream()
                .filter(edition -> spans.containsKey(edition.year()))
                .sorted(Comparator.comparingInt(Edition::year))
                .toList();
        List<DatasetPage> pages = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            pages.add(page(kind, held, null, null, files, spans));
        }
        for (int i = 0; i < held.size(); i++) {
            for (Kind kind : Kind.values()) {
                pages.add(page(kind, held, held.get(i), i == 0 ? null : held.get(i - 1), files, spans));
            }
        }
        return pages.stream().filter(page -> !page.files().isEmpty()).toList();
    }

    private static DatasetPage page(
            Kind kind,
            List<Edition> held,
            @Nullable Edition edition,
            @Nullable Edition before,
            List<Manifest.Entry> files,
            Map<Integer, Span> spans) {
        String name = kind.named(edition);
        String series = edition == null ? null : kind.named(null);
        String earlier = before == null ? null : kind.named(before);
        List<Edition> covered = edition == null ? held : List.of(edition);
        Span span = covered.stream()
                .map(each -> spans.get(each.year()))
                .filter(Objects::nonNull)
                .reduce(Span::with)
                .orElse(null);
        List<Manifest.Entry> own =
                files.stream().filter(file -> file.dataset().equals(name)).toList();
        return new DatasetPage(
                name,
                kind,
                offered(series, files) ? series : null,
                offered(earlier, files) ? earlier : null,
                edition == null
                        ? kind.title + " de l’innovation publique, toutes éditions"
                        : kind.title + " – " + named(edition),
                edition == null ? kind.all : kind.ofEdition.formatted(edition.year()),
                days(covered, Edition::from).min(Comparator.naturalOrder()).orElse(null),
                days(covered, Edition::until).max(Comparator.naturalOrder()).orElse(null),
                span == null ? null : span.issued(),
                span == null ? null : span.modified(),
                edition == null || edition.equals(held.getLast()),
                own.stream().filter(Offered::inCatalogue).toList(),
                own.stream().filter(Offered::beside).toList());
    }

    /** With its year: several editions bear the same name. */
    private static String named(Edition edition) {
        return edition.name().contains(Integer.toString(edition.year()))
                ? edition.name()
                : edition.name() + " " + edition.year();
    }

    /** Whether the catalogue has a dataset of that name. */
    private static boolean offered(@Nullable String name, List<Manifest.Entry> files) {
        return files.stream().anyMatch(file -> file.dataset().equals(name) && Offered.inCatalogue(file));
    }

    private static Stream<LocalDate> days(List<Edition> editions, java.util.function.Function<Edition, LocalDate> day) {
        return editions.stream().map(day);
    }
}
