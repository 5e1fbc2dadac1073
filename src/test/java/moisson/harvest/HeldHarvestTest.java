package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import moisson.event.Bounds;
import moisson.event.Hold;
import moisson.event.Hold.Why;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import org.junit.jupiter.api.Test;

/** A harvest waits for a person when it would change too much. */
class HeldHarvestTest extends HarvestForTest {
    @Test
    void aFeedThatLostHalfOfItsRecordsIsHeldAndNothingChanges() {
        bringIn(rows(0, 20));

        Run run = bringIn(rows(0, 10));

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(run.message())
                .contains("50\u202f% des fiches connues manquent", "25\u202f% admis", "rien n’est appliqué");
        assertThat(plan(run).holds()).containsExactly(new Hold(Why.SHRUNK, 50, 25));
        assertThat(run.counts().unchanged()).isEqualTo(10);
        now = now.plus(Duration.ofDays(30));
        assertThat(bringIn(rows(0, 20)).state()).isEqualTo(RunState.NOT_MODIFIED);
        assertThat(alive()).isEqualTo(20);
    }

    @Test
    void anAcceptedHarvestIsAppliedFromTheArchiveAndItsGraceBegins() {
        bringIn(rows(0, 20));
        Run held = bringIn(rows(0, 10) + row(90, "Un nouveau venu"));

        Run applied = harvest().accept(source(), held.id());

        assertThat(applied.state()).isEqualTo(RunState.DONE);
        assertThat(applied.counts().equation()).isEqualTo("11 lus = 1 nouveau + 0 modifié + 10 inchangés + 0 rejeté");
        assertThat(applied.message()).contains("Acceptée par l’exploitant", "n° " + held.id());
        assertThat(run(held).state()).isEqualTo(RunState.ACCEPTED);
        assertThat(run(held).message()).contains("n° " + applied.id());
        assertThat(alive()).isEqualTo(21);
        now = now.plus(Duration.ofDays(8));
        assertThat(harvest().notModified(source()).counts().removed()).isEqualTo(10);
        assertThat(alive()).isEqualTo(11);
    }

    @Test
    void anAcceptedExceptionIsNotLearnedAsNormal() {
        bringIn(rows(0, 40));
        harvest().accept(source(), bringIn(rows(0, 20)).id());
        now = now.plus(Duration.ofDays(8));
        harvest().notModified(source());

        assertThat(bringIn(rows(0, 10)).state()).isEqualTo(RunState.HELD);
    }

    @Test
    void aSourceThatLosesAQuarterEveryTimeTeachesAWiderBoundButNotAnyBound() {
        bringIn(rows(0, 100));
        bringIn(rows(0, 76));

        assertThat(bringIn(rows(0, 66)).state()).isEqualTo(RunState.DONE);
        assertThat(bringIn(rows(0, 30)).state()).isEqualTo(RunState.HELD);
    }

    @Test
    void whoeverIsSlowIsToldThatNothingWaitsAnyMore() {
        bringIn(rows(0, 20));
        Run held = bringIn(rows(0, 10));
        Run later = bringIn(rows(0, 19));

        assertThat(later.state()).isEqualTo(RunState.DONE);
        assertThat(run(held).state()).isEqualTo(RunState.OVERTAKEN);
        assertThatThrownBy(() -> harvest().accept(source(), held.id()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n’attend plus de décision");
        assertThatThrownBy(() -> harvest().refuse(source(), held.id())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAPersonRefusedIsNotAskedAgain() {
        bringIn(rows(0, 20));
        Run held = bringIn(rows(0, 10));

        harvest().refuse(source(), held.id());
        Run again = bringIn(rows(0, 10));

        assertThat(run(held).state()).isEqualTo(RunState.REFUSED);
        assertThat(again.state()).isEqualTo(RunState.REFUSED);
        assertThat(again.message()).contains("déjà été refusés");
        assertThat(harvest().validators(source()).orElseThrow().sha256()).isNotEqualTo(held.delivery());
    }

    @Test
    void tenTimesTheRecordsAreNoReasonToAskAnybody() {
        bringIn(rows(0, 10));

        Run run = bringIn(rows(0, 100));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().created()).isEqualTo(90);
    }

    @Test
    void newKeysWithOtherWordsAreHeldAsAChurnOfKeys() {
        bringIn(rows(0, 20));

        Run run = bringIn(rows(100, 120));

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(plan(run).holds()).extracting(Hold::why).containsExactly(Why.CHURN);
        assertThat(run.message()).contains("changé ses identifiants");
    }

    @Test
    void aFeedOfRejectsIsHeld() {
        bringIn(rows(0, 20));
        String rotten = rows(0, 14) + rows(14, 20).replaceAll("Atelier \\d+", "");

        Run run = bringIn(rotten);

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(plan(run).holds()).containsExactly(new Hold(Why.REJECTS, 30, 20));
    }

    @Test
    void aBoundThatIsSetIsTheBound() {
        Source strict = with(new Bounds(0, 0, true));
        bringIn(strict, rows(0, 20));

        assertThat(bringIn(strict, rows(0, 17)).state()).isEqualTo(RunState.HELD);
        Source lax = with(new Bounds(90, 90, true));
        assertThat(bringIn(lax, rows(0, 5)).state()).isEqualTo(RunState.DONE);
    }
}
