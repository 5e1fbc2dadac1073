package moisson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.publish.format.Heading;
import moisson.publish.format.Headings;
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

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Colonnes des jeux de données / Columns of the datasets

                Generated from the code: `mvn test -Dtest=DatasetsPageTest -Dgolden=write`. The same is published beside each CSV file as a
                Table Schema (`<dataset>.schema.json`) and as CSV on the Web (`<file>.csv-metadata.json`).

                CSV is RFC 4180: comma, UTF-8 without BOM, CRLF, a header. An empty cell is unknown. Items of a list are joined by `|`; a `\\` stands
                before a `|` or `\\` inside an item. A text that begins with `=`, `+`, `-`, `@`, tab or carriage return has an apostrophe before it, so
                that no spreadsheet runs it: take one apostrophe away where apostrophes are followed by one of these signs.
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
        return page.toString();
    }
}
