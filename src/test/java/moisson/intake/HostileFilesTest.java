package moisson.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to exhaust whoever reads them. Each must end soon, in a refusal or in a reject. */
@Timeout(60)
class HostileFilesTest {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @Test
    void aWorkbookThatUnpacksIntoGigabytesIsRefused() {
        assertRefused(() -> ReadingForTest.of("xlsx", workbook(10L << 30, "<sheetData/>")), "se décompresse");
    }

    @Test
    void aRowThatRepeatsALongTextIsRejectedAndTheNextOneIsRead() throws IOException {
        String row = "<row r=\"%d\">%s</row>";
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            cells.append("<c t=\"s\"><v>0</v></c>");
        }
        String sheet = "<sheetData>"
                + row.formatted(1, text("A1", "titre") + text("B1", "debut"))
                + row.formatted(2, cells)
                + row.formatted(3, text("A3", "Atelier fictif") + text("B3", "2020-11-17"))
                + "</sheetData>";

        ReadingForTest reading = ReadingForTest.of("xlsx", workbook(100_000, sheet));

        assertThat(reading.records)
                .singleElement()
                .satisfies(record -> assertThat(record.place()).isEqualTo("ligne 3"));
        assertThat(reading.rejects)
                .singleElement()
                .satisfies(reject -> assertThat(reject.value()).contains("trop longue"));
    }

    @Test
    void aFeedWhoseItemNeverEndsIsCutOff() {
        String item = "<item><title>Premier</title></item><item><title>" + "x".repeat(Limits.ITEM + 100_000);

        ReadingForTest reading = ReadingForTest.of("rss", "<rss version=\"2.0\"><channel>" + item);

        assertThat(reading.records).hasSize(1);
        assertThat(reading.codes()).containsOnlyKeys("CUT_OFF", "UNREADABLE_RECORD");
    }

    @Test
    void aFeedNestedWithoutEndIsCutOff() {
        ReadingForTest reading = ReadingForTest.of("rss", "<rss><channel><item>" + "<a>".repeat(200_000));

        assertThat(reading.codes()).containsOnlyKeys("CUT_OFF", "UNREADABLE_RECORD");
    }

    @Test
    void aPageNestedWithoutEndIsRead() {
        String page = "<div itemscope itemprop=a itemtype=https://schema.org/Event>".repeat(20_000);

        ReadingForTest reading = ReadingForTest.of("schema-org", "<html><body>" + page);

        assertThat(reading.rejects).isEmpty();
    }

    @Test
    void jsonNestedWithoutEndInAPageIsRejected() {
        String page = "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>";

        assertThat(ReadingForTest.of("schema-org", page).codes()).containsOnlyKeys("UNREADABLE_RECORD");
    }

    @Test
    void aPageTooLongIsRefused() {
        assertRefused(
                () -> ReadingForTest.of(
                        "schema-org", "<p>x</p>".repeat(Limits.ITEM / 8 + 1).getBytes(UTF_8)),
                "dépasse");
    }

    @Test
    void entitiesThatMultiplyAreNotResolved() {
        StringBuilder type = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            type.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        String rdf = type
                + "]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:s=\"https://schema.org/\">"
                + "<s:Event rdf:about=\"https://data.example.org/1\"><s:name>&a11;</s:name></s:Event></rdf:RDF>";

        assertThat(ended("rdf", rdf)).isTrue();
        assertThat(ended("rss", rdf)).isTrue();
    }

    @Test
    void bracketsWithoutEndInTurtleAreCutOff() {
        String turtle = "@prefix s: <https://schema.org/> .\n<urn:1> a s:Event ; s:name \"Fictif\" .\n<urn:2> s:name "
                + "[ s:name ".repeat(200_000);

        // The last resource met may be unfinished, and is not taken.
        assertThat(ReadingForTest.of("rdf", turtle).codes()).containsOnlyKeys("CUT_OFF", "UNREADABLE_RECORD");
    }

    @Test
    void manyEntitiesOfXmlAreNoAttack() {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel>");
        StringBuilder rdf = new StringBuilder(
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:s=\"https://schema.org/\">");
        for (int i = 0; i < 30_000; i++) {
            rss.append("<item><guid>%d</guid><title>a &lt; b &amp; c</title></item>".formatted(i));
            rdf.append("<s:Event rdf:about=\"urn:%d\"><s:name>a &lt; b &amp; c</s:name></s:Event>".formatted(i));
        }

        assertThat(ReadingForTest.of("rss", rss + "</channel></rss>").records).hasSize(30_000);
        assertThat(ReadingForTest.of("rdf", rdf + "</rdf:RDF>").records).hasSize(30_000);
    }

    @Test
    void resourcesThatPointToEachOtherAreUnfoldedWithinBounds() {
        StringBuilder turtle = new StringBuilder("@prefix s: <https://schema.org/> .\n");
        for (int from = 0; from < 60; from++) {
            for (int to = 0; to < 60; to++) {
                turtle.append("<urn:e:%d> a s:Event ; s:location <urn:e:%d> .%n".formatted(from, to));
            }
        }

        ReadingForTest reading = ReadingForTest.of("rdf", turtle.toString());

        assertThat(reading.records.size() + reading.rejects.size()).isEqualTo(60);
    }

    @Test
    void aScheduleOfMillionsOfYearsEnds() {
        String event = """
                <script type="application/ld+json">{"@type":"Event","name":"Fictif","eventSchedule":
                {"startDate":"2020-01-01","endDate":"9999-12-31","repeatFrequency":"P1D"},"subEvent":{"@type":"Event",
                "name":"Loin","eventSchedule":{"startDate":"2020-01-01","repeatCount":5,"repeatFrequency":"P999999999Y"}}}
                </script>""";

        ReadingForTest reading = ReadingForTest.of("schema-org", event);

        assertThat(reading.records).hasSize(2);
        assertThat(reading.codes()).containsOnlyKeys("UNREADABLE_SESSION");
    }

    private static boolean ended(String format, String text) {
        return org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                ReadingForTest reading = ReadingForTest.of(format, text.getBytes(UTF_8));
                return reading.records.stream()
                        .noneMatch(record -> record.verbatim().contains("lollol"));
            } catch (UnreadableFeedException refused) {
                return true;
            }
        });
    }

    private static void assertRefused(ThrowingCallable reading, String why) {
        assertThatThrownBy(reading).isInstanceOf(UnreadableFeedException.class).hasMessageContaining(why);
    }

    private static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** With one shared text of so many characters. */
    private static byte[] workbook(long shared, String sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                    </Types>""");
            put(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(NAMESPACE));
            put(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + NAMESPACE + "\">" + sheet + "</worksheet>");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(("<sst xmlns=\"" + NAMESPACE + "\"><si><t>").getBytes(UTF_8));
            byte[] piece = "x".repeat(1 << 16).getBytes(UTF_8);
            for (long left = Math.min(shared, 100L << 20); left > 0; left -= piece.length) {
                zip.write(piece, 0, (int) Math.min(left, piece.length));
            }
            zip.write("</t></si></sst>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }
}
