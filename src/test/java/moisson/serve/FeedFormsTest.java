package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** The pages of the feeds of one version, as they are asked for. */
class FeedFormsTest extends ServedForTest {
    @Test
    void theFormsOfAPageTellTheSame() throws IOException {
        Set<Quad> quads = FollowerForTest.read(site.get("/flux/ldes/1").body(), Lang.NQUADS);
        assertThat(quads).hasSizeGreaterThan(1000);
        assertThat(FollowerForTest.read(
                        site.get("/flux/ldes/1", "Accept", "application/trig").body(), Lang.TRIG))
                .isEqualTo(quads);
        String json = site.get("/flux/ldes/1", "Accept", "application/ld+json").body();
        assertThat(FollowerForTest.read(json, Lang.JSONLD)).isEqualTo(quads);
        HttpResponse<byte[]> packed = site.bytes("/flux/ldes/1", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(site.get("/flux/ldes/1").body());
        assertThat(site.get("/flux/ldes", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(site.get("/id/changement/36").headers().firstValue("Location"))
                .hasValue("/flux/ldes/1");
    }

    @Test
    void aFeedAnswersHeadAndRefusesWhatMakesNoSense() {
        for (String path : List.of("/flux/rpde", "/flux/ldes", "/flux/ldes/index/1", "/flux/ldes/1")) {
            HttpResponse<String> head = site.method("HEAD", path);
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.headers().firstValue("ETag")).as(path).isPresent();
            assertThat(site.get(
                                    path,
                                    "If-None-Match",
                                    head.headers().firstValue("ETag").orElseThrow())
                            .statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
        assertThat(site.get("/flux/rpde").headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(site.get("/flux/rpde?afterChangeNumber=abc").statusCode()).isEqualTo(400);
        assertThat(site.get("/flux/rpde?limit=0").statusCode()).isEqualTo(400);
        assertThat(site.get("/flux/rpde?limit=501").statusCode()).isEqualTo(400);
        assertThat(site.get("/flux/rpde?afterChangeNumber=999999999").body())
                .contains("\"next\":\"https://moisson.example/flux/rpde?afterChangeNumber=999999999\"", "\"items\":[]");
    }
}
