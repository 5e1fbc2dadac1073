package moisson.publish.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import moisson.publish.portal.PortalServerForTest.Amiss;
import moisson.publish.portal.PortalSettings.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What both sorts of portals come to hold, and what is left alone there. */
@ParameterizedClass(name = "{0}")
@EnumSource
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class PushTest {
    @Parameter
    Kind kind;

    @TempDir
    Path folder;

    private PushForTest portal;

    @BeforeEach
    void start() throws IOException {
        portal = new PushForTest(kind, folder);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void aFirstPushMakesEveryDatasetWithItsFilesInOurOrder() throws IOException {
        PushReport report = portal.push(portal.version(1));
        assertThat(report.problems()).isEmpty();
        assertThat(report.whole()).isTrue();
        assertThat(portal.server().state()).hasSize(2);
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
        assertThat(portal.server().uploads()).isEqualTo(5);
        assertThat(portal.portals().last("essai").orElseThrow().whole()).isTrue();
    }

    @Test
    void whenNothingChangedThePortalIsOnlyRead() throws IOException {
        portal.push(portal.version(1));
        JsonNode before = portal.server().state().deepCopy();
        portal.server().forgetCalls();
        PushReport report = portal.push(portal.version(2));
        assertThat(report.steps()).isEmpty();
        assertThat(report.whole()).isTrue();
        assertThat(portal.server().state()).isEqualTo(before);
        assertThat(portal.server().calls()).hasSize(2).noneMatch(PushTest::writes);
    }

    @Test
    void oneChangedFileIsOneUploadAndItsTitleIsPutBack() throws IOException {
        portal.push(portal.version(1));
        String title = portal.resource("CSV").path(portal.titleField()).asText();
        PushReport report = portal.push(portal.version(2).with("evenements.csv", "id\n1\n2\n"));
        assertThat(report.whole()).isTrue();
        assertThat(portal.server().uploads()).isEqualTo(6);
        assertThat(portal.resource("CSV").path(portal.titleField()).asText()).isEqualTo(title);
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
    }

    @Test
    void whatOthersPutThereStaysWhereItIs() throws IOException {
        portal.push(portal.version(1));
        portal.addForeign(1, "ailleurs");
        portal.events().put("de_tiers", "reste");
        ObjectNode foreign = (ObjectNode) portal.resources().get(1).deepCopy();
        PushReport report = portal.push(portal.version(2)
                .with("evenements.csv", "id\n3\n")
                .with("evenements.json", "[]")
                .titled("evenements", "Événements fictifs, un autre titre"));
        assertThat(report.problems()).isEmpty();
        assertThat(portal.titles())
                .contains("ailleurs")
                .filteredOn(title -> !title.equals("ailleurs"))
                .containsExactly("CSV", "JSON", "TTL", "XLSX");
        assertThat(portal.resource("ailleurs")).isEqualTo(foreign);
        assertThat(portal.events().path("de_tiers").asText()).isEqualTo("reste");
    }

    @Test
    void aLostMapIsFoundAgainByTheMarks() throws IOException {
        portal.push(portal.version(1));
        JsonNode before = portal.server().state().deepCopy();
        portal.loseTheMap();
        PushReport report = portal.push(portal.version(1));
        assertThat(report.steps()).isEmpty();
        assertThat(report.notable()).isFalse();
        assertThat(portal.server().state()).isEqualTo(before);
        portal.loseTheMap();
        portal.push(portal.version(2).with("evenements.csv", "id\n9\n"));
        assertThat(portal.server().state()).hasSize(2);
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
        assertThat(portal.server().uploads()).isEqualTo(6);
    }

    @Test
    void whatPeopleWroteIsKeptAndTold() throws IOException {
        portal.push(portal.version(1));
        portal.events().put("title", "Le titre d’une personne");
        portal.resource("TTL").put("description", "La description d’une personne");
        PushReport report = portal.push(portal.version(2).titled("evenements", "Un nouveau titre"));
        assertThat(portal.events().path("title").asText()).isEqualTo("Le titre d’une personne");
        assertThat(portal.resource("TTL").path("description").asText()).isEqualTo("La description d’une personne");
        assertThat(report.notable()).isTrue();
        assertThat(report.remarks())
                .extracting(Remark::text)
                .anyMatch(text -> text.contains("title\u202f» a été modifié sur le portail") && text.contains("gardé"));
        assertThat(portal.push(portal.version(2).titled("evenements", "Un nouveau titre"))
                        .steps())
                .isEmpty();
    }

    @Test
    void whatPeopleWroteIsReplacedWhenTheSettingsSaySoAndTold() throws IOException {
        portal.push(portal.version(1));
        portal.events().put("title", "Le titre d’une personne");
        PushReport report = portal.overwriting().push(portal.version(1));
        assertThat(portal.events().path("title").asText()).isEqualTo("Événements fictifs");
        assertThat(report.remarks()).extracting(Remark::text).anyMatch(text -> text.contains("remplacé par"));
    }

    @Test
    void aFileThatSomebodyTookAwayIsNotPutBackUnlessTheSettingsSaySo() throws IOException {
        portal.push(portal.version(1));
        portal.resources().remove(0);
        PushReport kept = portal.push(portal.version(1));
        assertThat(portal.titles()).containsExactly("TTL", "XLSX");
        assertThat(kept.notable()).isTrue();
        portal.overwriting().push(portal.version(1));
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
    }

    @Test
    void aDatasetThatSomebodyDeletedIsNotMadeAgainUnlessTheSettingsSaySo() throws IOException {
        portal.push(portal.version(1));
        ((ArrayNode) portal.server().state()).remove(0);
        PushReport kept = portal.push(portal.version(1));
        assertThat(portal.server().state()).hasSize(1);
        assertThat(kept.remarks()).extracting(Remark::text).anyMatch(text -> text.contains("a été supprimé"));
        assertThat(portal.overwriting().push(portal.version(1)).whole()).isTrue();
        assertThat(portal.server().state()).hasSize(2);
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
    }

    @Test
    void aFileThatIsPublishedNoMoreStaysAndIsTold() throws IOException {
        portal.push(portal.version(1).with("evenements.json", "[]"));
        PushReport report = portal.push(portal.version(2));
        assertThat(portal.titles()).containsExactly("CSV", "JSON", "TTL", "XLSX");
        assertThat(report.remarks()).extracting(Remark::text).anyMatch(text -> text.contains("n’est plus publié"));
    }

    @Test
    void linksLeadToOurStableAddressesAndSendNoFile() throws IOException {
        PushReport report = portal.linking().push(portal.version(1));
        assertThat(report.whole()).isTrue();
        assertThat(portal.server().uploads()).isZero();
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
        assertThat(portal.resource("CSV").path("url").asText())
                .isEqualTo("https://moisson.example/donnees/evenements/evenements.csv");
        assertThat(portal.push(portal.version(1)).steps()).isEmpty();
        PushReport changed = portal.push(portal.version(2).with("evenements.csv", "id\n7\n"));
        assertThat(changed.steps()).extracting(Step::kind).containsExactly(Step.Kind.DESCRIBE);
    }

    @Test
    void aDryRunOnlyReadsAndTellsThePlan() throws IOException {
        PushReport plan = portal.plan(portal.version(1));
        assertThat(plan.steps())
                .extracting(Step::kind)
                .containsExactly(
                        Step.Kind.CREATE,
                        Step.Kind.UPLOAD,
                        Step.Kind.UPLOAD,
                        Step.Kind.UPLOAD,
                        Step.Kind.CREATE,
                        Step.Kind.UPLOAD,
                        Step.Kind.UPLOAD);
        assertThat(portal.server().state()).isEmpty();
        portal.push(portal.version(1));
        portal.server().forgetCalls();
        PushReport second = portal.plan(portal.version(2).with("evenements.csv", "id\n4\n"));
        assertThat(second.steps()).extracting(Step::kind).containsExactly(Step.Kind.REPLACE);
        assertThat(portal.server().calls()).isNotEmpty().noneMatch(PushTest::writes);
    }

    @Test
    void anExpiredTokenStopsAtOnceAndIsNeverTold() throws IOException {
        portal.server().revokeToken();
        PushReport report = portal.trying(3).push(portal.version(1));
        assertThat(report.stopped().orElseThrow()).contains("Le jeton a expiré", "moisson.portal.essai.token");
        assertThat(report.toString()).doesNotContain(PortalServerForTest.TOKEN);
        assertThat(portal.server().calls()).hasSize(1);
    }

    @Test
    void aFileThatIsTooLargeIsToldAndTheOthersGoOn() throws IOException {
        portal.server().findTooLarge("evenements.ttl");
        PushReport report = portal.push(portal.version(1));
        assertThat(report.problems()).singleElement().asString().contains("evenements.ttl", "HTTP 413", "files=link");
        assertThat(report.stopped()).isEmpty();
        assertThat(portal.titles()).containsExactly("CSV", "XLSX");
        portal.server().findTooLarge("");
        assertThat(portal.push(portal.version(1)).whole()).isTrue();
        assertThat(portal.titles()).containsExactly("CSV", "TTL", "XLSX");
    }

    @Test
    void whenTheServerIsInTroubleForLongThePushStopsAndTheNextOneGoesOn() throws IOException {
        portal.server().failAt(6, Amiss.ERROR_BEFORE);
        PushReport stopped = portal.push(portal.version(1));
        assertThat(stopped.stopped().orElseThrow()).contains("HTTP 500", "reprendra");
        assertThat(stopped.whole()).isFalse();
        assertThat(portal.portals().last("essai").orElseThrow().whole()).isFalse();
        portal.server().failNever();
        assertThat(portal.push(portal.version(1)).whole()).isTrue();
        assertThat(portal.titles()).isEqualTo(List.of("CSV", "TTL", "XLSX"));
    }

    static boolean writes(String call) {
        return !call.startsWith("GET") && !call.matches("POST /api/3/action/package_(show|search)");
    }
}
