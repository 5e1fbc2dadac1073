package moisson.serve.sparql.run;

import java.util.Set;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * The functions a query may name, and no others: casts, those of XPath that end soon, GeoSPARQL's distance. Unlike
 * ARQ's own registries these never load a Java class because a query names it.
 */
final class ClosedFunctions extends FunctionRegistry {
    private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";

    /** Calls another function by its name; a pattern or a number of digits that nobody watches; powers without bounds. */
    private static final Set<String> REFUSED = Set.of(
            XPATH + "apply",
            XPATH + "matches",
            XPATH + "replace",
            XPATH + "concat",
            XPATH + "round",
            XPATH + "round-half-to-even",
            XPATH + "format-number",
            XPATH + "collation-key",
            XPATH + "normalize-unicode",
            XPATH + "error",
            MATH + "pow",
            MATH + "exp10");

    ClosedFunctions() {
        FunctionRegistry all = FunctionRegistry.standardRegistry();
        all.keys().forEachRemaining(iri -> {
            if (allowed(iri)) {
                put(iri, all.get(iri));
            }
        });
        put(GreatCircle.IRI, GreatCircle.class);
    }

    private static boolean allowed(String iri) {
        boolean plain = iri.startsWith(XSD.getURI()) || iri.startsWith(XPATH) || iri.startsWith(MATH);
        return plain && !REFUSED.contains(iri);
    }

    @Override
    public @Nullable FunctionFactory get(String iri) {
        return isRegistered(iri) ? super.get(iri) : null;
    }

    /** The properties that are computed: full-text search alone. */
    static PropertyFunctionRegistry properties() {
        PropertyFunctionRegistry registry = new Properties();
        registry.put(TextQuery.NS + "query", TextQueryPF.class);
        return registry;
    }

    private static final class Properties extends PropertyFunctionRegistry {
        @Override
        public boolean manages(String iri) {
            return isRegistered(iri);
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }
}
