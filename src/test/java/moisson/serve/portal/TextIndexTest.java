package moisson.serve.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    private static final List<String> TEXTS = List.of(
            "Atelier : le service public numérique",
            "Débat\u202f: l’innovation, c'est quoi ?",
            "atelier   participatif\n(en ligne) atelier",
            " ");

    @Test
    void aPartOfAWordFindsWhatPlainTextsDo() {
        TextIndex.Builder builder = new TextIndex.Builder();
        for (int i = 0; i < TEXTS.size(); i++) {
            builder.add(i, TEXTS.get(i));
        }
        TextIndex index = builder.build();
        for (String part :
                List.of("atelier", "ATEL", "lier", "innov", "l'inn", "(en", "?", "e", "numerique", "absent")) {
            String folded = Letters.fold(part);
            BitSet expected = new BitSet();
            for (int i = 0; i < TEXTS.size(); i++) {
                expected.set(i, Letters.fold(TEXTS.get(i)).contains(folded));
            }
            assertThat(index.telling(folded)).as(part).isEqualTo(expected);
        }
    }

    /** Steps of one, two and three bytes, a text told in parts, and a word twice in one text. */
    @Test
    void textsFarApartAreFound() {
        List<Integer> numbers = List.of(0, 1, 127, 128, 255, 256, 383, 511, 16_895, 16_896, 49_999, 2_500_000);
        TextIndex.Builder builder = new TextIndex.Builder();
        for (int number : numbers) {
            builder.add(number, "Un mot, un");
            builder.add(number, "MÔT");
        }
        TextIndex index = builder.build();
        for (String part : List.of("un", "mot", "mot,")) {
            assertThat(index.telling(part).stream().boxed().toList()).as(part).isEqualTo(numbers);
        }
    }

    @Test
    void whatAPersonTypesIsTakenApart() {
        assertThat(TextIndex.apart("  service   public ")).containsExactly("service", "public");
    }
}
