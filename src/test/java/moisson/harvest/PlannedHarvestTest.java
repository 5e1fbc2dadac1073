package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import moisson.event.Bounds;
import moisson.event.Change;
import moisson.event.Change.Action;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.reference.Reference;
import org.junit.jupiter.api.Test;

/** What a harvest would change is known before anything is changed. */
class PlannedHarvestTest extends HarvestForTest {
    @Test
    void aSourceThatChangesAllItsKeysIsRecognizedByWhatItSays() {
        bringIn(rows(0, 20));
        List<String> before = clusters();

        Run run = bringIn(rows(0, 20).replaceAll("(?m)^", "neuf-"));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().equation()).isEqualTo("20 lus = 0 nouveau + 20 modifiés + 0 inchangé + 0 rejeté");
        assertThat(run.message()).contains("Identifiants changés par la source et reconnus\u202f: 20");
        assertThat(plan(run).renamed()).isEqualTo(20);
        assertThat(plan(run).changes())
                .contains(new Change(Action.RENAMED, "neuf-7", null, "7", List.of()))
                .noneMatch(change -> change.action() == Action.CREATED);
        assertThat(clusters()).isEqualTo(before);
        assertThat(alive()).isEqualTo(20);
    }

    @Test
    void twoRecordsThatLookTheSameAreNeverTakenForOneAnother() {
        bringIn(rows(0, 10) + "a,Permanence,2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n"
                + "b,Permanence,2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n");

        Run run = bringIn(rows(0, 10) + "c,Permanence,2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n");

        assertThat(plan(run).renamed()).isZero();
        assertThat(run.counts().created()).isEqualTo(1);
    }

    @Test
    void eventsThatAreOverMayLeaveTheFeed() {
        bringIn(rows(0, 20));
        now = Instant.parse("2020-02-01T04:00:00Z");

        Run run = bringIn("a,Un vœu,2020-11-20T10:00:00+01:00,Lille,59350,Ville\r\n");
        now = now.plus(Duration.ofDays(60));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(harvest().notModified(source()).counts().removed()).isZero();
        assertThat(alive()).isEqualTo(21);
    }

    @Test
    void aSourceThatKeepsItsPastMayAlsoRemoveFromIt() {
        Source archive = with(new Bounds(null, null, false));
        bringIn(archive, rows(0, 20));
        now = Instant.parse("2020-02-01T04:00:00Z");
        bringIn(archive, rows(0, 19));
        now = now.plus(Duration.ofDays(8));

        assertThat(harvest().notModified(archive).counts().removed()).isEqualTo(1);
    }

    @Test
    void whatWasRemovedBeforeItTookPlaceDoesNotComeBackWhenItIsOver() {
        bringIn(rows(0, 20));
        now = Instant.parse("2019-11-18T04:00:00Z");
        bringIn(rows(1, 20));
        now = Instant.parse("2019-12-24T04:00:00Z");

        assertThat(bringIn(rows(1, 21)).counts().removed()).isEqualTo(1);
    }

    @Test
    void aRecordThatCannotBeReadAndTellsNoKeyMayBeAnyOfTheAbsent() {
        bringIn(rows(0, 20));
        now = now.plus(Duration.ofDays(1));
        String feed = rows(0, 19);
        bringInRejecting(feed);
        now = now.plus(Duration.ofDays(30));

        Run run = bringInRejecting(feed + row(50, "Un de plus"));

        assertThat(run.counts().removed()).isZero();
        assertThat(run.message()).contains("Fiches absentes et gardées\u202f: 1");
        assertThat(alive()).isEqualTo(21);
    }

    @Test
    void thePlanNamesTheFieldsThatChange() {
        bringIn(rows(0, 20));

        Run run = bringIn(rows(0, 19) + row(19, "Un autre titre").replace("Lille,59350", "Lyon,69123"));

        assertThat(plan(run).fields()).isEqualTo(Map.of("titre", 1, "lieu", 1));
        assertThat(plan(run).changes())
                .containsExactly(new Change(Action.UPDATED, "19", "Un autre titre", null, List.of("titre", "lieu")));
    }

    @Test
    void anUnchangedRecordKeepsItsRemarksInEveryReport() {
        String odd = "90,Balade,2031-03-03T10:00:00+01:00,Lille,59350,Ville\r\n";
        Run first = bringIn(rows(0, 5) + odd);

        Run second = bringIn(odd + rows(0, 5));

        assertThat(first.noticeCounts()).containsEntry(NoticeCode.OUTSIDE_EDITIONS, 1);
        assertThat(second.counts().unchanged()).isEqualTo(6);
        assertThat(second.noticeCounts()).isEqualTo(first.noticeCounts());
        List<Notice> notices = store.read(tables -> tables.runs().notices(second.id()));
        assertThat(notices).anySatisfy(notice -> assertThat(notice.place()).isEqualTo("ligne 2"));
    }

    @Test
    void theSameBytesAreReadAgainWhenOurSettingsForTheSourceChange() {
        bringIn(rows(0, 5).replace("+01:00", ""));
        Source moved = new Source(
                "essai", "Essai", "csv", "x", null, "Indian/Reunion", "Licence Ouverte 2.0", true, 7, Bounds.LEARNED);
        assertThat(harvest().validators(moved)).isEmpty();

        Run run = bringIn(moved, rows(0, 5).replace("+01:00", ""));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().updated() + run.counts().unchanged()).isEqualTo(5);
    }

    @Test
    void aDeliveryThatNeverEndsIsEndedByTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException("interrupted", e);
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };

        Run run = harvest(Duration.ofMillis(50)).bringIn(source(), silent, Harvest.Headers.NONE);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("délai", "dépassé", "rien n’a été appliqué");
        assertThat(bringIn(rows(0, 3)).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void anOperatorsNewWordIsAppliedToRecordsThatDidNotChange() throws IOException {
        String rows = row(1, "Lumière\u00a0: l’atelier fictif");
        bringIn(rows);
        assertThat(bringIn(rows).state()).isEqualTo(RunState.NOT_MODIFIED);

        Files.writeString(
                folder.resolve("organisations.csv"), "sigle;nom;type\nVille;Ville fictive;administration centrale\n");
        Harvest extended = harvest(Duration.ofMinutes(1), Reference.extendedBy(folder));
        Run run = extended.bringIn(source(), bytes(HEADER + rows), Harvest.Headers.NONE);

        assertThat(run.counts().equation()).isEqualTo("1 lu = 0 nouveau + 1 modifié + 0 inchangé + 0 rejeté");
        assertThat(store.read(tables -> tables.records().live())
                        .getFirst()
                        .event()
                        .hosts()
                        .organisers())
                .containsExactly("Ville fictive");
    }
}
