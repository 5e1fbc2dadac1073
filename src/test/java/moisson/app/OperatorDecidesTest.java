package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a decision: from the button to the store, through the worker. */
class OperatorDecidesTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whatTheOperatorAcceptsIsAppliedAndPublishedOnDemand() throws Exception {
        try (InstallationForTest partner = new InstallationForTest(folder)) {
            partner.describe("keepPast: false");
            partner.sends("id,titre,debut\n1,Atelier fictif,2020-11-05\n2,Débat fictif,2020-11-06\n");
            partner.run("harvest");
            partner.sends("id,titre,debut\n");
            assertThat(partner.run("harvest").out()).contains("retenue");
            partner.sends("id,titre,debut\n7,Autre (fictif),2020-11-05\n8,Encore (fictif),2020-11-06\n");
            assertThat(partner.run("harvest").out()).contains("retenue");

            try (House house = House.open(SettingsFile.read(partner.data(), Map.of(), Map.of()), Clock.systemUTC())) {
                house.startRoads(Map.of(), false);
                URI site = URI.create("http://127.0.0.1:" + house.serve());
                String key = Files.readString(partner.data().resolve("operateur.txt"))
                        .strip();

                assertThat(page(site, key)).contains("1\u00a0moisson attend", "/operateur/passages/3/accepter");
                post(site, "/operateur/passages/3/accepter", key);
                post(site, "/operateur/passages/3/accepter", key);
                until(site, key, "Acceptée par l’exploitant");
                assertThat(page(site, key)).doesNotContain("attend votre décision");
                post(site, "/operateur/publier", key);
                assertThat(until(site, key, "Version 1 publiée")).contains("Version 1 publiée");
                assertThat(house.sources().get("essai").complete()).isTrue();
            }
        }
    }

    /** Loads the dashboard, or the accepted run, until it says what is waited for. */
    private static String until(URI site, String key, String words) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            String all = page(site, key) + get(site, "/operateur/passages/4", key);
            if (all.contains(words)) {
                return all;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("never said: " + words);
    }

    private static String page(URI site, String key) throws IOException, InterruptedException {
        return get(site, "/operateur", key);
    }

    private static String get(URI site, String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(site.resolve(path)).header("Authorization", basic(key)))
                .body();
    }

    private static void post(URI site, String path, String key) throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"").matcher(page(site, key));
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(site.resolve(path))
                .header("Authorization", basic(key))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("jeton=" + token.group(1))));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String basic(String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(("operateur:" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
