package moisson.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void theTableAgreesWithUnicodeWhereUnicodeDecomposes() {
        for (char c = 0x20; c < 0x180; c++) {
            String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            char first = plain.toLowerCase(Locale.ROOT).charAt(0);
            if (first < 128 && Character.isLetterOrDigit(first)) {
                assertThat(Folding.fold(c)).as("U+%04X", (int) c).isEqualTo(first);
            }
        }
    }

    @Test
    void otherScriptsKeepTheirLettersAndSignsAreGaps() {
        assertThat(Scan.of("Ωδή №3 — Ўзбек", 100).text()).isEqualTo("ωδή 3 ўзбек");
        assertThat(Scan.of("Cafe\u0301 de\u00adsign", 100).text()).isEqualTo("cafe design");
    }

    @Test
    void numbersOfOrderAreReadFromTheirSigns() {
        assertThat(Scan.of("Meetup #5, partie 1/2", 100).text()).isEqualTo("meetup numero 5 partie 1 sur 2");
    }
}
