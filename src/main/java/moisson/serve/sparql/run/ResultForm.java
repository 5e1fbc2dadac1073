package moisson.serve.sparql.run;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** The forms in which results and graphs are given, the preferred first. */
public enum ResultForm {
    JSON("json", "application/sparql-results+json", ResultSetLang.RS_JSON),
    XML("xml", "application/sparql-results+xml", ResultSetLang.RS_XML),
    CSV("csv", "text/csv", ResultSetLang.RS_CSV),
    TSV("tsv", "text/tab-separated-values", ResultSetLang.RS_TSV),
    TURTLE("ttl", "text/turtle", RDFFormat.TURTLE_BLOCKS, 200_000),
    TRIPLES("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8, 300_000),
    /** Its writer works long in memory before the first byte. */
    JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD_PLAIN, 50_000),
    RDF_XML("rdf", "application/rdf+xml", RDFFormat.RDFXML_PLAIN, 200_000);

    private static final int MOST_ROWS = 500_000;

    private final String code;
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // the formats of Jena never change
    private final Optional<Lang> table;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final Optional<RDFFormat> graph;

    private final int mostTriples;

    ResultForm(String code, String mediaType, Lang table) {
        this.code = code;
        this.mediaType = mediaType;
        this.table = Optional.of(table);
        this.graph = Optional.empty();
        this.mostTriples = 0;
    }

    ResultForm(String code, String mediaType, RDFFormat graph, int mostTriples) {
        this.code = code;
        this.mediaType = mediaType;
        this.table = Optional.empty();
        this.graph = Optional.of(graph);
        this.mostTriples = mostTriples;
    }

    /** The short name, as in the {@code format} parameter. */
    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The forms fit for the answers of such a query. */
    public static List<ResultForm> fit(Query query) {
        boolean graphs = query.isConstructType() || query.isDescribeType();
        return Arrays.stream(values())
                .filter(form -> graphs == form.graph.isPresent())
                .toList();
    }

    /** By the {@code format} parameter: our short name or the media type. */
    public static Optional<ResultForm> named(Query query, String name) {
        return fit(query).stream()
                .filter(form -> form.code.equals(name) || form.mediaType.equals(name))
                .findFirst();
    }

    void write(QueryExecution execution, Query query, Watch watch, OutputStream out) {
        if (graph.isPresent()) {
            Model model = ModelFactory.createModelForGraph(new CappedGraph(watch, mostTriples));
            if (query.isConstructType()) {
                execution.execConstruct(model);
            } else {
                execution.execDescribe(model);
            }
            RDFDataMgr.write(out, model, graph.get());
        } else if (query.isAskType()) {
            ResultSetFormatter.output(out, execution.execAsk(), table.orElseThrow());
        } else {
            ResultSetFormatter.output(out, counted(execution.execSelect(), watch), table.orElseThrow());
        }
    }

    private static ResultSet counted(ResultSet results, Watch watch) {
        RowSet rows = RowSet.adapt(results);
        int[] count = {0};
        Iterator<Binding> counted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Binding next() {
                if (++count[0] > MOST_ROWS) {
                    throw watch.refuse(
                            "Le résultat dépasse 500 000 lignes. Ajoutez LIMIT, ou téléchargez les fichiers complets.");
                }
                return rows.next();
            }
        };
        return ResultSet.adapt(RowSetStream.create(rows.getResultVars(), counted));
    }
}
