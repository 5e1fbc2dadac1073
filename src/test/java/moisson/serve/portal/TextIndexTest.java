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
            builder.add(i, Letters.fold(TEXTS.get(i)));
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

    @Test
    void whatAPersonTypesIsTakenApart() {
        assertThat(TextIndex.apart("  service   public ")).containsExactly("service", "public");
    }
}
