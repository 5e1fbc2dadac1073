package moisson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.publish.format.Heading;
import moisson.publish.format.Headings;
import moisson.publish.quality.Dimension;
import moisson.publish.quality.Metric;
import moisson.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/datasets.md} what the code says: {@code -Dgolden=write} writes it. */
class DatasetsPageTest {
    private static final Path PAGE = Path.of("docs/datasets.md");

    @Test
    void thePageSaysEveryColumnOfEveryPublishedTable() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).hasContent(page());
    }

    private static final String FIGURES = """

            # Les chiffres / The figures

            Every figure is published three times, in `statistiques.csv`, `statistiques.json` and, as an
            [RDF Data Cube](https://www.w3.org/TR/vocab-data-cube/), `statistiques.ttl`: for each edition and for all together. `./moisson verify` holds the
            three against each other and against SPARQL, figure by figure. What cannot be recomputed from the published graph is not published.

            - **Codes** never change: a figure that would mean something else gets another code.
            - **Zero and unknown.** A cell in which nothing falls says 0. An empty value is unknown: a share of nothing, the growth on an edition that is not
              published, a rate where INSEE gives no population. In the cube an unknown value has no observation, since each must have its measure (IC-14);
              its data set names the cell by `def:valeurInconnue`. The cell `inconnu` of a cut counts what does not tell.
            - **Adding up.** `addition` is false where one event may count in several cells (two days, three audiences), and for rates: never add these.
            - **Rounding**: shares and growths to one decimal, rates to two, halves upwards (also below zero), as SPARQL's `ROUND`.
            - **Queries.** In `statistiques.json`, `requetes` has the query of each code and edition; in the cube, `sh:select` of `#requete-<code>`. A total is
              `?valeur`; a cut is one row of `?code_valeur` and `?valeur` for each of its cells. Ask them at `/sparql`: the populations are in its graph
              `donnees/statistiques`.
            - **Growth** compares two editions *of the same version*: both are counted by the same rules from what is known now. The edition before is the one
              with the number before; without it, growth is unknown. Events per day make a week and a month comparable.
            - **Time before the closing date** is counted from the first publication of an event, in days of Paris. Editions published here for the first time
              after they were over fall in `apres`.
            - **Populations**: see [reference-data.md](reference-data.md). Rates of every edition use the same, latest populations.

            **Revision policy.** Figures describe the version they are published with. A later version may count an edition anew: a source sends events late,
            corrects or removes some, duplicates are found. Nothing is overwritten: `/donnees/versions/<n>/statistiques.csv` (and `.json`, `.ttl`) stays as it
            was published, `changements.csv` tells which events moved between versions, and `/sparql?at=<n>` answers from version *n*. Cite a figure with
            the number of its version. `/donnees/statistiques.csv` is always that of the current one.

            """;

    private static String figures() {
        StringBuilder table = new StringBuilder("""
                | code | sens | meaning | unité | cases par | dénominateur | addition |
                |---|---|---|---|---|---|---|
                """);
        new Statistics(new TreeMap<>(), new TreeMap<>(), URI.create("https://moisson.example/"))
                .definitions()
                .forEach(figure -> table.append("| `%s` | %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                figure.code(),
                                figure.frenchText(),
                                figure.englishText(),
                                figure.unit(),
                                Objects.requireNonNullElse(figure.dimension(), ""),
                                figure.denominatorCode() == null ? "" : "`" + figure.denominatorCode() + "`",
                                figure.additive() == null ? "" : figure.additive() ? "oui" : "non")));
        return table.toString();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Colonnes des jeux de données / Columns of the datasets

                Generated from the code: `mvn test -Dtest=DatasetsPageTest -Dgolden=write`. The same is published beside each CSV file as a
                Table Schema (`<dataset>.schema.json`) and as CSV on the Web (`<file>.csv-metadata.json`).

                CSV is RFC 4180: comma, UTF-8 without BOM, CRLF, a header. An empty cell is unknown. Items of a list are joined by `|`; a `\\` stands
                before a `|` or `\\` inside an item. A text that begins with `=`, `+`, `-`, `@`, tab or carriage return has an apostrophe before it, so
                that no spreadsheet runs it: take one apostrophe away where apostrophes are followed by one of these signs.

                What `changements` tells is also to be had as feeds, RPDE and LDES: [feeds.md](feeds.md).

                ## The catalogue, and how good it is

                `catalogue.ttl`, `catalogue.jsonld` and `catalogue.rdf` hold the same triples by DCAT-AP 3.0.1; `/donnees` gives them by content
                negotiation, and `/donnees/<dataset>` what is said of one dataset. All editions together are a `dcat:DatasetSeries`; each edition is a
                dataset in it (`dcat:inSeries`, `dcat:prev`). Distributions are the files in formats of both MQA lists, open and machine-readable: CSV,
                JSON, GeoJSON, iCalendar and RDF. XLSX, Parquet and JSON Lines would cost points, since they are not on these lists; they are named by
                `dct:hasFormat`. CSV files name their Table Schema by `dct:conformsTo`.

                Each publication reads the catalogue back as a harvester would, checks it against shapes of our own after the text of DCAT-AP
                (`moisson/publish/dcat-ap.ttl`: what is mandatory, what is recommended, the lists of the EU), compares the three forms, looks that each
                file is in it with its size and sum, and counts its points:

                | dimension | points | metrics |
                |---|---|---|
                """);
        for (Dimension dimension : Dimension.values()) {
            page.append("| %s | %d | %s |\n"
                    .formatted(
                            dimension.english(),
                            Metric.points(dimension),
                            Stream.of(Metric.values())
                                    .filter(metric -> metric.dimension() == dimension)
                                    .map(metric -> metric.english() + " " + metric.points())
                                    .collect(Collectors.joining(", "))));
        }
        page.append("""

                This is the method of data.europa.eu (<https://data.europa.eu/mqa/methodology>) with one difference: it takes the best distribution of a
                dataset for interoperability, we count all of them, so ours is never higher. What only some distributions have gives its share, rounded
                down. An address counts as answering when it is one that the new version will serve; a test asks every one of them by HEAD. The points
                stand in `qualite.ttl` (and in the graph `/donnees/qualite` of the endpoint) as `dqv:QualityMeasurement`, one per metric and dataset, in
                the metrics `/def/mqa/…`, each `skos:closeMatch` to the one of `https://piveau.eu/ns/voc#` it comes from.

                A version is held when its catalogue breaks what DCAT-AP makes mandatory, or forgets a file, whoever accepts it; and when it has less than
                405 points, until a person accepts (`publish --accept-loss`). The official shapes (base, ranges, vocabularies, deprecated, recommended)
                are run by `mvn test -Dtest=CatalogueTest -Dmoisson.conformance=FOLDER`: no violation, and one warning per dataset, series, catalogue and service
                as long as the publisher is not in the EU's list of corporate bodies; with `moisson.publisher.iri` in that list there is none.

                For a French publisher these warnings stay, and are right to stay: by its own description, and by the usage note of DCAT-AP, that list is for the
                institutions of the EU and a few international organisations, and names of other bodies are to be taken from national, regional or
                local lists; the shape does not know of this exception (`SEMICeu/dcat-ap_shacl`, issue 22). We know of no entry for the DITP or for a French ministry.
                Saying in the catalogue that our publisher stands in the list would silence the shape and be untrue, so it is not said.

                The SPARQL endpoint and the two feeds of changes (RPDE and LDES, [feeds.md](feeds.md)) are `dcat:DataService`s of the catalogue.
                """);
        Map<String, List<Heading>> tables = new TreeMap<>(Map.of(
                "evenements", Headings.EVENTS,
                "statistiques", Headings.FIGURES,
                "sources-et-doublons", Headings.MEMBERS,
                "changements", Headings.CHANGES));
        tables.forEach((name, headings) -> {
            page.append("\n## `")
                    .append(name)
                    .append("`\n\n| colonne | type | toujours | sens | meaning |\n|---|---|---|---|---|\n");
            headings.forEach(heading -> page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            heading.name(),
                            heading.kind().french(),
                            heading.required() ? "oui" : "",
                            heading.french(),
                            heading.english())));
        });
        return page.append(FIGURES).append(figures()).toString();
    }
}
