package moisson.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource({
        "visite libre, visitel ibre",
        "concert, cconert",
        "a velo en mai, a velooen mai",
        "recital d orgue, recital dorgue",
        "portes ouvertes, portes uvzrtes",
    })
    void aSlipOfTheHandMakesNoOtherTitle(String left, String right) {
        assertThat(Slips.only(left, right)).isTrue();
        assertThat(Slips.only(right, left)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "groupe a, groupe b",
        "groupe a, groupe",
        "henri iv a table, henri v a table",
        "atelier 1, atelier 2",
        "atelier 12, atelier 21",
        "salon 2025, salon 2026",
        "concert de piano, concert de violon",
        "bal, bol",
        "'', ''",
    })
    void numbersShortWordsAndOtherWordsTellApart(String left, String right) {
        assertThat(Slips.only(left, right)).isFalse();
        assertThat(Slips.only(right, left)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"industri elle, industrielle, true", "l art, lart, true", "un deux, un trois, false", "'', '', false"})
    void spacesAloneMakeNoOtherTitle(String left, String right, boolean same) {
        assertThat(Slips.spacing(left, right)).isEqualTo(same);
        assertThat(Slips.spacing(right, left)).isEqualTo(same);
    }
}
