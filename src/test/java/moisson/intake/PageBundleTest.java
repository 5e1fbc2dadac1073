package moisson.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.SourceRecord;
import moisson.intake.web.PageBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageBundleTest {
    private static final String SITE = "https://exemple.example/agenda/";

    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

    PageBundleTest() throws IOException {
        PageBundle.begin(bundle);
    }

    @Test
    void eachPageKeepsItsOwnAddressForPlacesAndLinks() throws IOException {
        add("un/", null, event("Essai fictif un", "\"@id\":\"e1\""));
        add("deux/", null, event("Essai fictif deux", "\"@id\":\"e2\""));

        ReadingForTest reading = read();

        assertThat(reading.records).extracting(SourceRecord::key).containsExactly("e1", "e2");
        assertThat(reading.records).extracting(SourceRecord::number).containsExactly(1, 2);
        assertThat(reading.records.getLast().place()).startsWith("page " + SITE + "deux/\u202F: bloc JSON-LD 1");
        assertThat(reading.rejects).isEmpty();
    }

    @Test
    void linksOfMicrodataAreCompletedWithTheAddressOfTheirPage() throws IOException {
        add("un/", null, """
                <div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Essai fictif</b>
                <a itemprop="url" href="suite.html">Suite</a></div>""");
        assertThat(read().values(0, Field.URL)).containsExactly(SITE + "un/suite.html");
    }

    @Test
    void theKeyOfTheItemIsThatOfItsOnlyEventWhenThePageNamesNone() throws IOException {
        add("un/", "guid-1", event("Essai fictif un", "\"x\":1"));
        add("deux/", "guid-2", event("Essai fictif deux", "\"@id\":\"propre\""));
        add("trois/", "guid-3", event("Essai fictif trois", "\"x\":1") + event("Et un autre", "\"x\":1"));

        assertThat(read().records).extracting(SourceRecord::key).containsExactly("guid-1", "propre", null, null);
    }

    @Test
    void whatCouldNotBeFetchedOrSaysNothingOfEventsIsARecordThatCouldNotBeReadAndHasNoKey() throws IOException {
        PageBundle.missing(bundle, SITE + "perdue/", "Le serveur a répondu HTTP 404.");
        add("vide/", "guid-1", "");
        add("sans/", "guid-2", "<p>Rien ici</p>");
        add("autre/", "guid-3", """
                <script type="application/ld+json">{"@type":"Organization","name":"Ville fictive"}</script>""");
        add("longue/", "guid-4", "x".repeat(Limits.ITEM + 1));
        add("bonne/", null, event("Essai fictif", "\"@id\":\"e1\""));

        ReadingForTest reading = read();

        assertThat(reading.records).hasSize(1);
        assertThat(reading.records.getFirst().number()).isEqualTo(6);
        assertThat(reading.rejects).hasSize(5).allSatisfy(reject -> {
            assertThat(reject.key()).isNull();
            assertThat(reject.place()).startsWith("page " + SITE);
        });
        assertThat(reading.rejects)
                .extracting(Notice::value)
                .anySatisfy(why -> assertThat(why).contains("HTTP 404"));
    }

    @Test
    void nothingInAPageIsTakenForThePageAfterIt() throws IOException {
        String forged = "\n{\"address\":\"https://ailleurs.example/\",\"page\":\"\"}\n";
        add("un/", null, forged + event("Essai fictif", "\"@id\":\"e1\"") + forged);

        assertThat(read().records)
                .singleElement()
                .satisfies(record -> assertThat(record.place()).contains(SITE + "un/"));
    }

    @Test
    void eachPageHasItsOwnEncoding() throws IOException {
        byte[] old = event("Fête fictive", "\"@id\":\"e1\"").getBytes(Charset.forName("windows-1252"));
        PageBundle.page(bundle, SITE + "un/", null, new ByteArrayInputStream(old), old.length);
        add("deux/", null, event("Été fictif", "\"@id\":\"e2\""));

        ReadingForTest reading = read();

        assertThat(reading.values(0, Field.TITLE)).containsExactly("Fête fictive");
        assertThat(reading.values(1, Field.TITLE)).containsExactly("Été fictif");
    }

    @Test
    void noPageAtAllIsAnEmptyDelivery() throws IOException {
        ReadingForTest reading = read();
        assertThat(reading.records).isEmpty();
        assertThat(reading.rejects).isEmpty();
    }

    @Test
    void aBundleThatIsCutOrAlteredIsRefusedAsAWhole() throws IOException {
        add("un/", null, event("Essai fictif", "\"@id\":\"e1\""));
        String whole = bundle.toString(UTF_8);
        for (String broken : new String[] {
            whole.substring(0, whole.length() - 20), whole + "{\"page\":\"é!\"}", whole + "[1]", whole + "{"
        }) {
            assertThatThrownBy(() -> ReadingForTest.of("schema-org", broken.getBytes(UTF_8)))
                    .isInstanceOf(UnreadableFeedException.class);
        }
    }

    private void add(String path, @Nullable String key, String html) throws IOException {
        byte[] bytes = html.getBytes(UTF_8);
        PageBundle.page(bundle, SITE + path, key, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static String event(String title, String more) {
        return """
                <html><script type="application/ld+json">
                {"@type":"Event","name":"%s","startDate":"2019-11-20",%s}</script></html>""".formatted(title, more);
    }

    private ReadingForTest read() throws IOException {
        return ReadingForTest.of("schema-org", bundle.toByteArray());
    }
}
