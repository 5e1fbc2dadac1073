package moisson.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries that strangers send by mistake or to harm, by what they try. */
final class HostileQueries {
    private static final String LONG = "a".repeat(120) + "!";
    private static final String SLOW = "^(a|aa)+(b)\\\\2$";

    private HostileQueries() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        patterns(all);
        growth(all);
        products(all);
        shapes(all);
        reaching(all);
        return all;
    }

    private static void patterns(Map<String, String> all) {
        all.put("pattern in a filter", "ASK { FILTER REGEX(\"" + LONG + "\", \"" + SLOW + "\") }");
        all.put(
                "pattern over data",
                "SELECT * { ?s ?p ?o FILTER REGEX(CONCAT(\"" + LONG + "\", STR(?o)), \"" + SLOW + "\") }");
        all.put(
                "pattern in EXISTS",
                "ASK { ?s ?p ?o FILTER EXISTS { FILTER REGEX(\"" + LONG + "\", \"" + SLOW + "\") } }");
        all.put(
                "pattern in OPTIONAL",
                "ASK { OPTIONAL { ?s ?p ?o FILTER REGEX(\"" + LONG + "\", \"" + SLOW + "\") } FILTER(!BOUND(?s)) }");
        all.put(
                "pattern in MINUS",
                "ASK { ?s ?p ?o MINUS { ?s ?p ?q FILTER REGEX(\"" + LONG + "\", \"" + SLOW + "\") } }");
        all.put("pattern in ORDER BY", "SELECT * { ?s ?p ?o } ORDER BY REGEX(\"" + LONG + "\", \"" + SLOW + "\")");
        all.put(
                "pattern in GROUP BY",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (REGEX(\"" + LONG + "\", \"" + SLOW + "\") AS ?x)");
        all.put(
                "pattern in HAVING",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING REGEX(\"" + LONG + "\", \"" + SLOW + "\")");
        all.put(
                "pattern in an aggregate",
                "SELECT (SAMPLE(REGEX(\"" + LONG + "\", \"" + SLOW + "\")) AS ?n) { ?s ?p ?o }");
        all.put(
                "pattern in a sub-select",
                "SELECT * { { SELECT (REGEX(\"" + LONG + "\", \"" + SLOW + "\") AS ?x) { ?s ?p ?o } } }");
        all.put(
                "pattern in CONSTRUCT",
                "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(STR(REGEX(\"" + LONG + "\", \"" + SLOW + "\")) AS ?x) }");
        all.put("pattern in DESCRIBE", "DESCRIBE ?s { ?s ?p ?o FILTER REGEX(\"" + LONG + "\", \"" + SLOW + "\") }");
        all.put("pattern in REPLACE", "SELECT (REPLACE(\"" + LONG + "\", \"" + SLOW + "\", \"x\") AS ?x) { ?s ?p ?o }");
        all.put(
                "polynomial pattern",
                "ASK { FILTER REGEX(\"" + "a".repeat(3000) + "\", \"(.*)(.*)(.*)(.*)(.*)(.*)b\\\\1\") }");
        all.put("repetition of nothing", "ASK { FILTER REGEX(\"a\", \"((((){9999}){9999}){9999}){9999}\") }");
        all.put("variable pattern", "SELECT * { ?s ?p ?o . ?x ?y ?z FILTER REGEX(STR(?o), STR(?z)) }");
    }

    private static void growth(Map<String, String> all) {
        all.put("text that doubles", doubling("CONCAT(?x%1$d, ?x%1$d)", "\"ab\"", 60));
        all.put("text that grows by REPLACE", doubling("REPLACE(?x%1$d, \"a\", \"aaaaaaaaaa\")", "\"a\"", 30));
        all.put("text that grows by encoding", doubling("ENCODE_FOR_URI(CONCAT(?x%1$d, ?x%1$d))", "\"é\"", 40));
        all.put("integer squared", doubling("?x%1$d * ?x%1$d", "1234567", 40));
        all.put("decimal squared", doubling("?x%1$d * ?x%1$d", "1234.567", 40));
        all.put("GROUP_CONCAT of a product", "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f }");
        all.put(
                "DISTINCT of a product",
                "SELECT (COUNT(DISTINCT CONCAT(STR(?c), STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }");
        all.put(
                "long texts sorted",
                "SELECT ?y { ?s ?p ?o BIND(REPLACE(\"" + "b".repeat(900) + "\", \"b\", \"" + "c".repeat(900)
                        + "\") AS ?x) BIND(CONCAT(?x, STR(?o)) AS ?y) } ORDER BY ?y");
        all.put(
                "dates far away",
                "PREFIX x: <http://www.w3.org/2001/XMLSchema#> SELECT (\"2020-01-01T00:00:00Z\"^^x:dateTime + \"P2000000000D\"^^x:dayTimeDuration AS ?d) {}");
        all.put("power", "SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10, 2000000000) AS ?x) {}");
        all.put("rounding", "SELECT (<http://www.w3.org/2005/xpath-functions#round>(1.5, 2000000000) AS ?x) {}");
    }

    private static String doubling(String step, String start, int times) {
        return "SELECT ?x" + times + " { BIND(" + start + " AS ?x0) "
                + IntStream.range(0, times)
                        .mapToObj(i -> "BIND(" + step.formatted(i) + " AS ?x" + (i + 1) + ")")
                        .collect(Collectors.joining(" "))
                + " }";
    }

    private static void products(Map<String, String> all) {
        all.put("product of three", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        all.put("product sorted", "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f");
        all.put("product distinct", "SELECT DISTINCT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f }");
        all.put("product grouped", "SELECT ?a ?d ?c (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?c ?d ?f");
        all.put("product described", "DESCRIBE * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        all.put("product constructed", "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        all.put(
                "product of values",
                "SELECT (COUNT(*) AS ?n) { "
                        + IntStream.range(0, 6)
                                .mapToObj(i -> "VALUES ?v" + i + " { " + "1 ".repeat(200) + "}")
                                .collect(Collectors.joining(" "))
                        + " }");
        all.put(
                "negation of products",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?f = ?i && ?c = \"x\") } }");
        all.put(
                "optional products",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }");
        all.put(
                "paths without end",
                "SELECT (COUNT(*) AS ?n) { ?s (<urn:a>|!<urn:b>)* ?o . ?x (<urn:a>|!<urn:b>)* ?y }");
        all.put("paths both ways", "SELECT (COUNT(*) AS ?n) { ?s ((<urn:a>|!<urn:b>)|^(<urn:a>|!<urn:b>))* ?o }");
        all.put("paths in paths", "SELECT (COUNT(*) AS ?n) { ?s (((!<urn:b>)*/(^!<urn:b>)*)*)* ?o }");
    }

    private static void shapes(Map<String, String> all) {
        all.put("too many values", "SELECT * { VALUES ?x { " + "1 ".repeat(100_000) + "} }");
        all.put("too long a list", "SELECT * { ?s ?p ?o FILTER(?o IN (" + "1,".repeat(100_000) + "1)) }");
        all.put("too many unions", "SELECT * { {?s ?p ?o}" + " UNION {?s ?p ?o}".repeat(12_000) + " }");
        all.put("too many sub-selects", "SELECT * {" + "{ SELECT * {".repeat(2_000) + "}}".repeat(2_000) + "}");
        all.put("too many steps", "SELECT * { ?s " + "<a:>/".repeat(45_000) + "<a:> ?o }");
        all.put("too many choices", "SELECT * { ?s " + "<a:>|".repeat(45_000) + "<a:> ?o }");
        all.put("too many brackets", "SELECT * { FILTER(" + "(".repeat(60_000) + "1" + ")".repeat(60_000) + ") }");
        all.put("too many terms", "SELECT (" + "1+".repeat(100_000) + "1 AS ?x) {}");
        all.put("too many conditions", "SELECT * { ?s ?p ?o FILTER(" + "?o=1||".repeat(30_000) + "false) }");
        all.put("too many patterns", "SELECT * { " + "?s ?p ?o. ".repeat(20_000) + " }");
        all.put("too many filters", "SELECT * { ?s ?p ?o " + "FILTER(?o != 1) ".repeat(10_000) + " }");
    }

    private static void reaching(Map<String, String> all) {
        all.put("service", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }");
        all.put("service by variable", "SELECT * { ?s ?p ?o SERVICE SILENT ?s { ?a ?b ?c } }");
        all.put("class of Java", "SELECT (<java:org.apache.jena.sparql.function.library.wait>(30000) AS ?x) {}");
        all.put(
                "class of Java called",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<java:org.apache.jena.sparql.function.library.wait>, 30000) AS ?x) {}");
        all.put("property of Java", "SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.wait> 30000 }");
        all.put("file", "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }");
        all.put("file in a jar", "SELECT * FROM NAMED <jar:file:///x.jar!/y> { GRAPH ?g { ?s ?p ?o } }");
        all.put("update", "LOAD <http://127.0.0.1:1/x>");
        all.put(
                "patterns for Lucene",
                "SELECT * { ?s <http://jena.apache.org/text#query> \"/(a|aa)+(b)+.*/ ***  [* TO *] ~9\" }");
        all.put(
                "everything found",
                "SELECT (COUNT(*) AS ?n) { ?s <http://jena.apache.org/text#query> \"de la atelier jeu\" . ?t <http://jena.apache.org/text#query> \"jeu\" . ?a ?b ?c . ?d ?e ?f }");
    }
}
