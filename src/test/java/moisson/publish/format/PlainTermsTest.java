package moisson.publish.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTermsTest {
    /** What differs, if anything, is one of the first signs. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x80, 0x100, 0x2000})
    void everySignIsWrittenAsJenaWritesIt(int first) {
        NodeFormatter jena = new NodeFormatterNT(CharSpace.UTF8);
        for (int sign = first; sign < first + 0x80; sign++) {
            String text = "a" + (char) sign + "b";
            for (Node term : Stream.of(
                            NodeFactory.createURI(text),
                            NodeFactory.createLiteralString(text),
                            NodeFactory.createLiteralLang(text, "fr"),
                            NodeFactory.createLiteralDT(text, XSDDatatype.XSDanyURI))
                    .toList()) {
                assertThat(written(term, new PlainTerms())).as("U+%04X", sign).isEqualTo(written(term, jena));
            }
        }
    }

    private static String written(Node term, NodeFormatter terms) {
        IndentedLineBuffer text = new IndentedLineBuffer();
        terms.format(text, term);
        return text.asString();
    }
}
