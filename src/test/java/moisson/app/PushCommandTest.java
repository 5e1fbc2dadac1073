package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import moisson.publish.portal.UdataServerForTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of {@code push}, with a real version and a portal on loopback. */
class PushCommandTest {
    @TempDir
    private Path data;

    @Test
    void aPublishedVersionIsPlannedThenPushedThenLeftAlone() throws Exception {
        try (UdataServerForTest portal = new UdataServerForTest()) {
            settings(portal);
            publish();

            CommandForTest plan = CommandForTest.run("push", "--dry-run", "--data", data);
            assertThat(plan.status()).as(plan.out() + plan.err()).isEqualTo(Moisson.DONE);
            assertThat(plan.out())
                    .contains(
                            "à faire pour la version 1",
                            "créer moisson-evenements",
                            "envoyer moisson-evenements/evenements.csv")
                    .contains("n’héberge pas les fichiers")
                    .doesNotContain(portal.token());
            assertThat(portal.state()).isEmpty();

            CommandForTest push = CommandForTest.run("push", "essai", "--data", data);
            assertThat(push.status()).as(push.out() + push.err()).isEqualTo(Moisson.DONE);
            assertThat(push.out()).contains("à jour de la version 1");
            assertThat(portal.dataset("Événements de l’innovation publique, toutes éditions")
                            .path("license")
                            .asText())
                    .isEqualTo("lov2");

            int uploads = portal.uploads();
            CommandForTest again = CommandForTest.run("push", "--json", "--data", data);
            assertThat(again.status()).isEqualTo(Moisson.DONE);
            assertThat(again.out()).contains("\"etapes\" : [ ]");
            assertThat(portal.uploads()).isEqualTo(uploads);

            portal.revokeToken();
            CommandForTest refused = CommandForTest.run("push", "--data", data);
            assertThat(refused.status()).isEqualTo(Moisson.COULD_NOT);
            assertThat(refused.out()).contains("Le jeton a expiré").doesNotContain(portal.token());
        }
    }

    @Test
    void theScheduleBringsAVersionToAPortalOnceAndSaysHowItEnded() throws Exception {
        try (UdataServerForTest portal = new UdataServerForTest()) {
            settings(portal);
            try (House house = open()) {
                propose(house);
                PortalDoor door = new PortalDoor(house.portals(), house.library(), new SteppingClock(Instant.EPOCH));
                assertThat(door.told()).isEmpty();
                door.push();
                assertThat(door.told().orElseThrow()).contains("Portail essai", "à jour de la version 1");
                portal.forgetCalls();
                door.push();
                assertThat(portal.calls()).isEmpty();
            }
        }
    }

    @Test
    void everyMistakeInTheSettingsIsToldAtOnceWithoutTheSecret() throws Exception {
        Files.writeString(data.resolve("moisson.properties"), """
                moisson.portal.a.type=dataverse
                moisson.portal.a.url=http://portail.example/
                moisson.portal.a.token=jeton avec des espaces
                moisson.portal.a.files=link
                moisson.portal.a.inconnu=1
                """);
        CommandForTest answer = CommandForTest.run("push", "--data", data);
        assertThat(answer.status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(answer.err())
                .contains(
                        "moisson.portal.a.type",
                        "moisson.portal.a.url",
                        "moisson.portal.a.token",
                        "moisson.portal.a.inconnu")
                .contains("moisson.portal.a.organization manque", "moisson.portal.a.files=link ne convient que")
                .doesNotContain("jeton avec des espaces");
    }

    @Test
    void withoutAPortalOrAVersionItSaysWhatIsMissing() throws Exception {
        CommandForTest none = CommandForTest.run("push", "--data", data);
        assertThat(none.status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(none.err()).contains("Aucun portail n’est réglé");
        try (UdataServerForTest portal = new UdataServerForTest()) {
            settings(portal);
            CommandForTest empty = CommandForTest.run("push", "--data", data);
            assertThat(empty.status()).isEqualTo(Moisson.COULD_NOT);
            assertThat(empty.err()).contains("Rien n’est encore publié");
        }
    }

    private void settings(UdataServerForTest portal) throws Exception {
        Files.writeString(
                data.resolve("moisson.properties"),
                "moisson.portal.essai.type=udata\nmoisson.portal.essai.url=" + portal.address()
                        + "\nmoisson.portal.essai.token=" + portal.token() + "\nmoisson.portal.essai.organization="
                        + UdataServerForTest.ORGANIZATION
                        + "\nmoisson.portal.essai.datasets=evenements,statistiques\n");
    }

    private void publish() throws Exception {
        try (House house = open()) {
            propose(house);
        }
    }

    private House open() throws Exception {
        Settings settings = SettingsFile.read(data, Map.of(), Map.of("moisson.routes", "routes", "moisson.port", "0"));
        return House.open(settings, new SteppingClock(Instant.parse("2020-12-01T08:00:00Z")));
    }

    private static void propose(House house) {
        house.propose("""
                {"id": "2020-P-0901", "titre": "Débat fictif", "description": "Événement fictif.", "format": "débat",
                "date": "2020-11-12", "heure_debut": "10:00", "code_postal": "54000", "commune": "Nancy",
                "lieu": "Hôtel de ville", "organisateur": "Ville de Nancy"}""".getBytes(UTF_8));
        house.publish();
    }
}
