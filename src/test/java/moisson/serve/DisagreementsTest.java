package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.EventId;
import moisson.event.Kind;
import moisson.event.Mode;
import moisson.event.Status;
import moisson.event.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What records of one event say against each other is seen by the operator, and the reason of the choice by all. */
class DisagreementsTest {
    @TempDir
    Path home;

    private SiteForTest site;

    @BeforeEach
    void start() throws Exception {
        site = new SiteForTest(home, SiteForTest.NOW, 0, false);
        Event one = EventsForTest.all().getFirst();
        Event other = new Event(
                new EventId("autre-source", "7"),
                one.wording(),
                new Kind(EventFormat.WORKSHOP, Mode.MIXED, Status.CANCELLED),
                new When(one.when().sessions().subList(0, 1), "Europe/Paris", null, null, null),
                one.place(),
                one.hosts(),
                one.access(),
                one.links());
        site.publish(
                List.of(one, other),
                List.of(new Cluster("duo", List.of(one.id(), other.id()))),
                Map.of(),
                SiteForTest.NOW);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void anEventWhoseRecordsContradictEachOtherIsListedWithTheGround() {
        assertThat(open("/operateur").body())
                .contains("1 événement dont les fiches se contredisent sur le jour, la commune ou le statut");
        assertThat(open("/operateur/desaccords").body())
                .contains("/operateur/evenements/duo", "valeur plus précise ou plus complète");
    }

    @Test
    void thePageOfTheEventShowsEveryValueAndWhyOneWasBelieved() {
        assertThat(open("/operateur/evenements/duo").body())
                .contains("Les fiches se contredisent sur 1 champ", "la nouvelle la plus grave")
                .contains("les fiches qui le disent sont d’accord")
                .contains("<del>prévu</del> <span class=\"mono small\">"
                        + EventsForTest.all().getFirst().id());
    }

    @Test
    void thePublicIsToldTheGroundInItsLanguage() {
        assertThat(site.get("/evenement/dessiner-le-guichet-de-demain-duo").body())
                .contains("Pourquoi", "valeur plus précise ou plus complète");
        assertThat(site.get("/en/evenement/dessiner-le-guichet-de-demain-duo").body())
                .contains("a more precise or more complete value");
    }

    @Test
    void theWordsThatNobodyKnowsHaveAPageATableAndJson() {
        assertThat(open("/operateur/mots").body()).contains("Mots non compris");
        assertThat(open("/operateur/mots.csv").body()).startsWith("champ,mot,fois,sources,tableau");
        assertThat(open("/operateur/mots.json").body()).contains("mots_differents");
        assertThat(site.get("/operateur/mots.csv").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> open(String path) {
        return site.get(path, "Authorization", SiteForTest.basic(SiteForTest.PASSWORD));
    }
}
