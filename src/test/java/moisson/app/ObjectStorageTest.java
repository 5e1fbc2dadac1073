package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.findify.s3mock.S3Mock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects that partners put into a bucket, on a real server of the S3 API in this process. */
class ObjectStorageTest {
    private static final String SECRET = "sesame-secret";
    private static final Map<String, String> KEYS = Map.of("essai.cle", "moisson", "essai.secret", SECRET);

    @TempDir
    private Path folder;

    private S3Mock server;
    private S3Client partner;
    private String endpoint;

    @BeforeEach
    void aPartnerHasABucket() {
        server = new S3Mock.Builder().withPort(0).withInMemoryBackend().build();
        endpoint = "http://127.0.0.1:" + server.start().localAddress().getPort();
        partner = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of("fr-par"))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("moisson", SECRET)))
                .build();
        partner.createBucket(request -> request.bucket("seau"));
    }

    @AfterEach
    void stop() {
        partner.close();
        server.shutdown();
    }

    @Test
    void anObjectIsTakenOnceAndAgainWhenItHasChanged() throws Exception {
        put("agenda/novembre.csv", feed(1, 2));
        put("agenda/", "");
        put("ailleurs/autre.csv", feed(7));
        SourcesForTest sources = bucket("prefix: agenda/\nallowPrivate: \"true\"");
        try (House house = sources.open(KEYS)) {
            assertThat(SourcesForTest.harvest(house, "seau").counts().created()).isEqualTo(2);
            assertThat(house.harvestNow("seau")).isEmpty();
            assertThat(house.sources().get("seau").location()).isEqualTo(endpoint + "/seau/agenda/");
        }
        ArrivalsForTest.areGone(folder);
        try (House house = sources.open(KEYS)) {
            assertThat(house.harvestNow("seau")).as("after a restart").isEmpty();
            put("agenda/novembre.csv", feed(1, 2, 3));
            assertThat(SourcesForTest.harvest(house, "seau").counts().created()).isEqualTo(1);
        }
        assertThat(keys()).contains("agenda/novembre.csv");
    }

    @Test
    void oneThatFailsIsTriedAgainAndTheOthersGoOn() throws Exception {
        put("bon.csv", feed(1));
        put("mauvais.csv", "PK\u0003\u0004\u0000\u0000");
        try (House house =
                bucket("deleteAfterRead: \"true\"\nallowPrivate: \"true\"").open(KEYS)) {
            assertThat(house.harvestNow("seau"))
                    .extracting(Run::state)
                    .containsExactlyInAnyOrder(RunState.DONE, RunState.FAILED);
            assertThat(keys()).containsExactly("mauvais.csv");
            assertThat(SourcesForTest.harvest(house, "seau").state()).isEqualTo(RunState.FAILED);
            put("mauvais.csv", feed(2));
            assertThat(SourcesForTest.harvest(house, "seau").counts().created()).isEqualTo(1);
            assertThat(keys()).isEmpty();
            assertThat(house.harvestNow("seau"))
                    .as("an emptied bucket is no failure")
                    .isEmpty();
        }
    }

    @Test
    void whatIsTooLargeFailsAndLeavesNothingBehind() throws Exception {
        put("grand.csv", "id,titre,debut\r\n" + "x".repeat(1_100_000));
        try (House house = bucket("megabytes: 1\nallowPrivate: \"true\"").open(KEYS)) {
            assertFailed(house, "dépasse la taille permise");
        }
        ArrivalsForTest.areGone(folder);
    }

    @Test
    void aBucketThatIsNotThereOrEmptyAndAServerInAPrivateNetworkFailAndSayWhy() throws Exception {
        try (House house = bucket("allowPrivate: \"true\"").open(KEYS)) {
            assertFailed(house, "aucun objet");
        }
        partner.deleteBucket(request -> request.bucket("seau"));
        try (House house = bucket("allowPrivate: \"true\"").open(KEYS)) {
            assertFailed(house, "HTTP 404");
        }
        try (House house = bucket("prefix: agenda/").open(KEYS)) {
            assertFailed(house, "réseau privé");
        }
        assertThat(Files.readString(folder.resolve("data/objets-pris.txt"))).doesNotContain(SECRET);
    }

    private static void assertFailed(House house, String why) {
        assertThat(SourcesForTest.harvest(house, "seau")).satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).contains(why).doesNotContain(SECRET);
        });
    }

    private SourcesForTest bucket(String more) throws Exception {
        return new SourcesForTest(folder).with("s3-feed-source", "seau", """
                format: csv
                endpoint: "%s"
                region: fr-par
                bucket: seau
                accessKey: "{{essai.cle}}"
                secretKey: "{{essai.secret}}"
                %s
                """.formatted(endpoint, more));
    }

    private void put(String key, String text) {
        partner.putObject(request -> request.bucket("seau").key(key), RequestBody.fromString(text));
    }

    private List<String> keys() {
        return partner.listObjectsV2(request -> request.bucket("seau")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static String feed(int... ids) {
        StringBuilder feed = new StringBuilder("id,titre,debut\r\n");
        for (int id : ids) {
            feed.append(id).append(",Essai fictif,2019-11-20\r\n");
        }
        return feed.toString();
    }
}
