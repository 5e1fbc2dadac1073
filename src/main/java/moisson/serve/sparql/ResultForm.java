package moisson.serve.sparql;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The forms in which results and graphs are given, the preferred first. */
enum ResultForm {
    JSON("json", "application/sparql-results+json", false),
    XML("xml", "application/sparql-results+xml", false),
    CSV("csv", "text/csv", false),
    TSV("tsv", "text/tab-separated-values", false),
    TURTLE("ttl", "text/turtle", true),
    TRIPLES("nt", "application/n-triples", true),
    JSON_LD("jsonld", "application/ld+json", true),
    RDF_XML("rdf", "application/rdf+xml", true);

    private final String name;
    private final String mediaType;
    private final boolean forGraphs;

    ResultForm(String name, String mediaType, boolean forGraphs) {
        this.name = name;
        this.mediaType = mediaType;
        this.forGraphs = forGraphs;
    }

    String mediaType() {
        return mediaType;
    }

    /** The forms fit for the answers of such a query. */
    static List<ResultForm> fit(Query query) {
        boolean graphs = query.isConstructType() || query.isDescribeType();
        return Arrays.stream(values()).filter(form -> graphs == form.forGraphs).toList();
    }

    /** By the {@code format} parameter: our short name or the media type. */
    static Optional<ResultForm> named(Query query, String name) {
        return fit(query).stream()
                .filter(form -> form.name.equals(name) || form.mediaType.equals(name))
                .findFirst();
    }

    void write(QueryExecution execution, Query query, OutputStream out) {
        switch (this) {
            case JSON -> table(execution, query, ResultSetLang.RS_JSON, out);
            case XML -> table(execution, query, ResultSetLang.RS_XML, out);
            case CSV -> table(execution, query, ResultSetLang.RS_CSV, out);
            case TSV -> table(execution, query, ResultSetLang.RS_TSV, out);
            case TURTLE -> graph(execution, query, RDFFormat.TURTLE_PRETTY, out);
            case TRIPLES -> graph(execution, query, RDFFormat.NTRIPLES_UTF8, out);
            case JSON_LD -> graph(execution, query, RDFFormat.JSONLD_PRETTY, out);
            case RDF_XML -> graph(execution, query, RDFFormat.RDFXML_PLAIN, out);
        }
    }

    private static void table(QueryExecution execution, Query query, Lang lang, OutputStream out) {
        if (query.isAskType()) {
            ResultSetFormatter.output(out, execution.execAsk(), lang);
        } else {
            ResultSetFormatter.output(out, execution.execSelect(), lang);
        }
    }

    private static void graph(QueryExecution execution, Query query, RDFFormat format, OutputStream out) {
        RDFDataMgr.write(out, query.isConstructType() ? execution.execConstruct() : execution.execDescribe(), format);
    }
}
