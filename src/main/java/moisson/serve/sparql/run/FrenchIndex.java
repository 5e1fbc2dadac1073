package moisson.serve.sparql.run;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.rdf.model.Resource;
import org.apache.lucene.store.Directory;

/** Lucene's index, asked only in words, phrases, AND, OR and NOT: its other ways can take too long. */
final class FrenchIndex extends TextIndexLucene {
    private static final int LONGEST = 500;

    FrenchIndex(Directory directory, TextIndexConfig config) {
        super(directory, config);
    }

    /** Takes out what would be a pattern, a range, a field or an approximation; words are stemmed, so that stars would find less than none. */
    static String plain(String words) {
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String plain = cut.replaceAll("[/~*\\[\\]{}^\\\\:?<>=!&|]", " ");
        long quotes = plain.chars().filter(c -> c == '"').count();
        boolean balanced = quotes % 2 == 0 && !plain.matches("(?s).*[()].*");
        String kept = balanced ? plain : plain.replaceAll("[\"()]", " ");
        return kept.replaceAll("[+-]+(?=\\s|$)|\\b(AND|OR|NOT)\\b\\s*$|^\\s*(AND|OR|NOT)\\b", " ")
                .strip();
    }

    @Override
    public List<TextHit> query(
            Node subject,
            List<Resource> properties,
            String asked,
            String graph,
            String language,
            int limit,
            String highlight) {
        String plain = plain(asked);
        try {
            return plain.isEmpty() ? List.of() : super.query(subject, properties, plain, null, null, limit, null);
        } catch (TextIndexParseException e) {
            // What Lucene still cannot read is taken word by word.
            String words =
                    plain.replaceAll("[^\\p{L}\\p{N}]+|\\b(AND|OR|NOT)\\b", " ").strip();
            return words.isEmpty() ? List.of() : super.query(subject, properties, words, null, null, limit, null);
        }
    }
}
