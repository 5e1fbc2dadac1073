package moisson.serve.sparql.run;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import moisson.serve.http.Refusal;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * Reads a query and refuses what nobody should ask, with a sentence, before anything runs. What is refused here could do no
 * harm later either: the functions that may run are closed, and whatever runs is watched.
 */
final class SparqlGuard {
    private static final int MOST_TERMS = 10_000;
    private static final int MOST_OPERATORS = 5_000;
    /** A BIND weighs as so many others: the time to plan them grows with the square of their number. */
    private static final int BIND = 5;

    /** Functions whose value is another each time. */
    private static final Set<String> PASSING = Set.of("now", "rand", "uuid", "struuid", "bnode");

    private static final Pattern UPDATE = Pattern.compile(
            "(?is)\\s*((prefix|base)\\s[^>]{0,2000}>\\s*){0,50}(insert|delete|load|clear|drop|create|copy|move|add|with)\\b.*");

    private final FunctionRegistry functions;
    private final AtomicInteger operators = new AtomicInteger();
    private final AtomicBoolean lasting = new AtomicBoolean(true);
    private final AtomicBoolean texts = new AtomicBoolean();

    /**
     * A query fit to run.
     *
     * @param lasting true when asking again gives the same answer: it names neither the time, nor chance, nor new blank nodes
     * @param texts true when it searches in texts
     */
    record Checked(Query query, boolean lasting, boolean texts) {}

    SparqlGuard(FunctionRegistry functions) {
        this.functions = functions;
    }

    Checked read(String text) {
        try {
            QueryText.check(text);
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            inspect(query);
            return new Checked(query, lasting.get(), texts.get());
        } catch (QueryParseException e) {
            throw new Refusal(400, sentence(e, text));
        } catch (QueryException e) {
            throw new Refusal(400, "La requête n’a pas pu être lue\u202f: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    static Refusal tooDeep() {
        return new Refusal(400, "La requête est trop profondément imbriquée.");
    }

    private void inspect(Query query) {
        if (query.isUnknownType() || query.isJsonType()) {
            throw new Refusal(400, "Seules les requêtes SELECT, ASK, CONSTRUCT et DESCRIBE sont acceptées.");
        }
        if (query.isConstructType()
                && query.getConstructTemplate().getTriples().stream()
                        .anyMatch(triple -> blank(triple.getSubject()) || blank(triple.getObject()))) {
            lasting.set(false);
        }
        if (query.getQueryPattern() == null) {
            return;
        }
        Expressions expressions = new Expressions();
        Walker.walk(Algebra.compile(query.getQueryPattern()), new Operators(), expressions);
        query.getProject().getExprs().values().forEach(expr -> Walker.walk(expr, expressions));
        query.getGroupBy().getExprs().values().forEach(expr -> Walker.walk(expr, expressions));
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(condition -> Walker.walk(condition.getExpression(), expressions));
        }
        query.getHavingExprs().forEach(expr -> Walker.walk(expr, expressions));
        query.getAggregators().forEach(aggregator -> {
            if (aggregator.getAggregator().getExprList() != null) {
                aggregator.getAggregator().getExprList().forEach(expr -> Walker.walk(expr, expressions));
            }
        });
    }

    private static boolean blank(Node node) {
        return node.isBlank() || (node.isVariable() && node.getName().startsWith("?"));
    }

    private static String sentence(QueryParseException e, String text) {
        if (UPDATE.matcher(text.substring(0, Math.min(text.length(), 20_000))).matches()) {
            return "Ce point d’accès est en lecture seule\u202f: les mises à jour sont refusées.";
        }
        String met =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return e.getLine() < 0
                ? "La requête n’a pas pu être lue\u202f: " + met
                : "Ligne " + e.getLine() + ", colonne " + e.getColumn() + "\u202f: " + met;
    }

    private void count(int more) {
        if (operators.addAndGet(more) > MOST_OPERATORS) {
            throw new Refusal(400, "La requête a plus de 5 000 motifs et opérateurs.");
        }
    }

    /** What stands outside expressions. */
    private final class Operators extends OpVisitorBase {
        @Override
        public void visit(OpService op) {
            throw new Refusal(400, "SERVICE est refusé\u202f: ce point d’accès n’interroge que ses propres données.");
        }

        @Override
        public void visit(OpBGP op) {
            count(op.getPattern().size());
            op.getPattern().forEach(triple -> property(triple.getPredicate()));
        }

        private void property(Node property) {
            if (property.isURI() && property.getURI().startsWith("java:")) {
                throw new Refusal(400, "Les fonctions de propriété ne sont pas disponibles ici.");
            }
            if (property.isURI() && property.getURI().startsWith(TextQuery.NS)) {
                texts.set(true);
            }
        }

        @Override
        public void visit(OpPath op) {
            count(1);
        }

        @Override
        public void visit(OpUnion op) {
            count(1);
        }

        @Override
        public void visit(OpFilter op) {
            count(op.getExprs().size());
        }

        @Override
        public void visit(OpExtend op) {
            count(BIND * op.getVarExprList().size());
        }

        @Override
        public void visit(OpTable op) {
            if (!op.isJoinIdentity() && op.getTable().size() > MOST_TERMS) {
                throw new Refusal(400, "VALUES accepte au plus 10 000 lignes.");
            }
        }
    }

    /** What stands in expressions. */
    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction0 function) {
            passing(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            count(1);
            passing(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            count(1);
        }

        private void passing(ExprFunction function) {
            if (PASSING.contains(function.getFunctionSymbol().getSymbol().toLowerCase(Locale.ROOT))) {
                lasting.set(false);
            }
        }

        @Override
        public void visit(ExprFunctionN function) {
            count(1);
            String iri = function.getFunctionIRI();
            if (iri != null && !functions.isRegistered(iri)) {
                throw new Refusal(400, "La fonction <" + iri + "> n’est pas disponible ici.");
            }
            if (function instanceof E_OneOfBase list && list.getRHS().size() > MOST_TERMS) {
                throw new Refusal(400, "IN accepte au plus 10 000 termes.");
            }
        }
    }
}
