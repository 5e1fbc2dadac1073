package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files, whole and in parts. */
class DownloadsTest extends ServedForTest {
    private static final String CSV = "/donnees/evenements-2020.csv";

    private static byte[] original;

    @BeforeAll
    static void start() throws IOException {
        original =
                Files.readAllBytes(site.library.current().orElseThrow().folder().resolve("evenements-2020.csv"));
    }

    @Test
    void aFileComesAsItIsWithItsSum() throws GeneralSecurityException {
        HttpResponse<byte[]> answer = site.bytes(CSV);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(original);
        assertThat(answer.headers().firstValue("ETag"))
                .hasValue('"'
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(original))
                        + '"');
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"moisson-evenements-2020.csv\"");
        assertThat(answer.headers().firstValue("Last-Modified")).hasValue("Thu, 15 Oct 2020 06:00:00 GMT");
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Content-Location")).hasValue("/donnees/versions/1/evenements-2020.csv");
    }

    @Test
    void everyFileOfTheManifestIsThereForHeadToo() {
        site.library.current().orElseThrow().manifest().files().forEach(file -> {
            for (String path : new String[] {"/donnees/", "/donnees/versions/1/"}) {
                HttpResponse<String> head = site.method("HEAD", path + file.path(), "Accept-Encoding", "gzip");
                assertThat(head.statusCode()).as(file.path()).isEqualTo(200);
                assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(file.bytes());
                assertThat(head.body()).isEmpty();
            }
        });
        assertThat(site.get("/donnees/manifest.json").body()).contains("\"sha256\"");
    }

    @Test
    void anImmutableAddressMayBeKeptForEver() {
        assertThat(site.get("/donnees/versions/1/evenements.nt").headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        assertThat(site.get(CSV).headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(site.get("/donnees/versions/2/evenements.nt").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=100-, 100, -1", "bytes=-7, -7, 7", "bytes=5-999999999, 5, -1"})
    void aRangeIsAPart(String range, int from, int length) {
        HttpResponse<byte[]> answer = site.bytes(CSV, "Range", range, "Accept-Encoding", "gzip");
        int start = from < 0 ? original.length + from : from;
        int size = length < 0 ? original.length - start : length;
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(java.util.Arrays.copyOfRange(original, start, start + size));
        assertThat(answer.headers().firstValue("Content-Range"))
                .hasValue("bytes " + start + "-" + (start + size - 1) + "/" + original.length);
    }

    @Test
    void aRangeBeyondTheEndIsRefusedAndAnOldOneStartsAgain() {
        assertThat(site.bytes(CSV, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
        assertThat(site.bytes(CSV, "Range", "bytes=9-3").statusCode()).isEqualTo(416);
        assertThat(site.bytes(CSV, "Range", "bytes=0-9", "If-Range", "\"ancien\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.bytes(CSV, "Range", "lignes=0-9").statusCode()).isEqualTo(200);
    }

    /** A table in columns is read in parts, which must all be of one version. */
    @Test
    void aPartIsNotGivenOfAnotherFileThanTheOneThatIsHeld() {
        String etag = site.bytes(CSV).headers().firstValue("ETag").orElseThrow();
        assertThat(site.bytes(CSV, "Range", "bytes=0-9", "If-Match", "\"autre\", " + etag)
                        .statusCode())
                .isEqualTo(206);
        assertThat(site.bytes(CSV, "If-Match", "*").statusCode()).isEqualTo(200);
        for (String condition : List.of("\"ancien\"", "W/" + etag)) {
            HttpResponse<byte[]> refused = site.bytes(CSV, "Range", "bytes=0-9", "If-Match", condition);
            assertThat(refused.statusCode()).as(condition).isEqualTo(412);
            assertThat(refused.body()).isEmpty();
        }
        assertThat(site.bytes(CSV, "If-Unmodified-Since", "Thu, 15 Oct 2020 05:00:00 GMT")
                        .statusCode())
                .isEqualTo(412);
        assertThat(site.bytes(CSV, "If-Unmodified-Since", "Thu, 15 Oct 2020 06:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip; q=0|", "deflate, gzip ;q=0.0|", "x|", "gzip;q=0.5|gzip", "br, GZIP|gzip"})
    void onlyWhoCanUnpackGetsPacked(String accepted, @Nullable String packed) {
        assertThat(site.bytes(CSV, "Accept-Encoding", accepted).headers().firstValue("Content-Encoding"))
                .isEqualTo(Optional.ofNullable(packed));
    }

    @Test
    void gzipGivesTheSameBytesUnderAnotherTag() throws IOException {
        HttpResponse<byte[]> packed = site.bytes(CSV, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(original);
        String etag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(etag)
                .isNotEqualTo(site.bytes(CSV).headers().firstValue("ETag").orElseThrow());
        assertThat(site.get(CSV, "If-None-Match", etag, "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get(CSV, "If-Modified-Since", "Thu, 15 Oct 2020 06:00:00 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get(CSV, "If-Modified-Since", "Thu, 15 Oct 2020 05:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/donnees/../moisson.db",
                "/donnees/%2e%2e/moisson.db",
                "/donnees/..%2fmoisson.db",
                "/donnees/../../etc/passwd",
                "/donnees/versions/1/../../moisson.db",
                "/donnees/versions/0/evenements.csv",
                "/donnees//etc/passwd"
            })
    void nothingOutsideTheVersionIsGiven(String path) {
        assertThat(site.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void aVersionThatWasBuiltButNeverShownIsNotGivenOut() throws Exception {
        Path shown = site.library.current().orElseThrow().folder();
        Path unshown = Files.createDirectory(shown.resolveSibling("2"));
        Files.copy(shown.resolve("manifest.json"), unshown.resolve("manifest.json"));
        try {
            assertThat(site.get("/donnees/versions/2/manifest.json").statusCode())
                    .isEqualTo(404);
        } finally {
            Files.delete(unshown.resolve("manifest.json"));
            Files.delete(unshown);
        }
    }

    @Test
    void thePageOfTheDataNamesEveryFileItsSumAndTheColumns() {
        String page = site.get("/donnees").body();
        site.library
                .current()
                .orElseThrow()
                .manifest()
                .files()
                .forEach(file -> assertThat(page).contains("/donnees/" + file.path(), file.sha256()));
        assertThat(page).contains("Licence Ouverte", "code_departement", "completude");
    }
}
