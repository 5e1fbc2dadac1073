package moisson.publish.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-5", "@nous", "\tx", "\rx", "'=1", "''-x\nligne"})
    void whatASpreadsheetWouldRunGetsAnApostropheThatReadingTakesAway(String text) {
        assertThat(Cells.write(text)).isEqualTo("'" + text);
        assertThat(Cells.text(Cells.write(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L'atelier", "'déjà", "''", "1 - 2 = 3", "a=b", " =1"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(Cells.write(text)).isEqualTo(text);
        assertThat(Cells.text(text)).isEqualTo(text);
    }

    @Test
    void numbersAreNotTexts() {
        assertThat(Cells.write(new BigDecimal("-12.5"))).isEqualTo("-12.5");
        assertThat(Cells.write(new BigDecimal("1E-7"))).isEqualTo("0.0000001");
        assertThat(Cells.write(-3)).isEqualTo("-3");
    }

    @Test
    void aListComesBackAsItWas() {
        List<String> list = List.of("=a | b", "\\", "c\\|d", "'e");
        assertThat(Cells.list(Cells.write(list))).isEqualTo(list);
        assertThat(Cells.write(List.of("a", "b"))).isEqualTo("a|b");
        assertThat(Cells.list("")).isEmpty();
    }
}
