package moisson.publish.format;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Terms of N-Triples as Jena writes them. An IRI that comes again, as most do, is looked through for odd signs only once. */
final class KnownIris extends NodeFormatterNT {
    private static final int MOST = 4_096;

    private final Map<String, String> known = new HashMap<>();

    KnownIris() {
        super(CharSpace.UTF8);
    }

    @Override
    public void formatURI(AWriter out, String iri) {
        String written = known.get(iri);
        if (written == null) {
            IndentedLineBuffer text = new IndentedLineBuffer();
            super.formatURI(text, iri);
            written = text.asString();
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(iri, written);
        }
        out.print(written);
    }
}
