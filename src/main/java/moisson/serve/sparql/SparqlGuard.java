package moisson.serve.sparql;

import java.util.Set;
import java.util.regex.Pattern;
import moisson.serve.http.Refusal;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.vocabulary.XSD;

/** Reads a query and refuses what could harm the server or others, with a sentence, before anything runs. */
final class SparqlGuard {
    private static final int DEEPEST = 100;
    private static final int MOST_TERMS = 10_000;
    private static final long MOST_GROWTH = 65_536;
    /** Looking for nested groups takes the square of it, and so may the pattern itself. */
    private static final int LONGEST_PATTERN = 1_000;

    /** A repeated group inside a repeated group: takes time without bounds on some texts. */
    private static final Pattern NESTED = Pattern.compile("\\([^()]*[+*{][^()]*\\)[+*{]|\\\\\\d");

    private static final Set<String> FUNCTIONS = Set.of(
            XSD.getURI(), "http://www.w3.org/2005/xpath-functions#", "http://www.w3.org/2005/xpath-functions/math#");

    private SparqlGuard() {}

    static Query read(String text) {
        depth(text);
        try {
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            inspect(query);
            return query;
        } catch (QueryParseException e) {
            throw new Refusal(400, sentence(e, text));
        } catch (QueryException e) {
            throw new Refusal(400, "La requête n’a pas pu être lue\u202f: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** Before the parser sees it: braces and brackets in strings count too, nobody needs a hundred. */
    private static void depth(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
            }
            if (depth > DEEPEST) {
                throw tooDeep();
            }
        }
    }

    private static Refusal tooDeep() {
        return new Refusal(400, "La requête est trop profondément imbriquée.");
    }

    private static void inspect(Query query) {
        if (query.isUnknownType() || query.isJsonType()) {
            throw new Refusal(400, "Seules les requêtes SELECT, ASK, CONSTRUCT et DESCRIBE sont acceptées.");
        }
        if (query.hasDatasetDescription()) {
            throw new Refusal(
                    400, "FROM est refusé\u202f: choisissez les graphes par GRAPH, ce point d’accès n’en charge pas.");
        }
        if (query.getQueryPattern() == null) {
            return;
        }
        Op op = Algebra.compile(query.getQueryPattern());
        Expressions expressions = new Expressions();
        Walker.walk(op, new Operators(), expressions);
        for (Expr expr : query.getProject().getExprs().values()) {
            Walker.walk(expr, expressions);
        }
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

    private static String sentence(QueryParseException e, String text) {
        if (text.strip()
                .matches("(?is)(prefix\\s.*|base\\s.*)?\\b(insert|delete|load|clear|drop|create|copy|move|add)\\b.*")) {
            return "Ce point d’accès est en lecture seule\u202f: les mises à jour sont refusées.";
        }
        String met =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return e.getLine() < 0
                ? "La requête n’a pas pu être lue\u202f: " + met
                : "Ligne " + e.getLine() + ", colonne " + e.getColumn() + "\u202f: " + met;
    }

    /** What stands outside expressions. */
    private static final class Operators extends OpVisitorBase {
        @Override
        public void visit(OpService op) {
            throw new Refusal(400, "SERVICE est refusé\u202f: ce point d’accès n’interroge que ses propres données.");
        }

        @Override
        public void visit(OpPropFunc op) {
            throw new Refusal(400, "Les fonctions de propriété ne sont pas disponibles ici.");
        }

        @Override
        public void visit(OpBGP op) {
            op.getPattern().forEach(triple -> {
                if (triple.getPredicate().isURI()
                        && triple.getPredicate().getURI().startsWith("java:")) {
                    throw new Refusal(400, "Les fonctions de propriété ne sont pas disponibles ici.");
                }
            });
        }

        @Override
        public void visit(OpTable op) {
            if (!op.isJoinIdentity() && op.getTable().size() > MOST_TERMS) {
                throw new Refusal(400, "VALUES accepte au plus 10 000 lignes.");
            }
        }
    }

    /** What expressions could do: unknown functions, endless patterns, values that grow without bounds. */
    private static final class Expressions extends ExprVisitorBase {
        private final long[] growth = {1};

        @Override
        public void visit(ExprFunction2 function) {
            if (function instanceof E_Multiply && bothVary(function)) {
                grow(2);
            }
        }

        private static boolean bothVary(ExprFunction2 function) {
            return !function.getArg1().getVarsMentioned().isEmpty()
                    && !function.getArg2().getVarsMentioned().isEmpty();
        }

        @Override
        public void visit(ExprFunctionN function) {
            String iri = function.getFunctionIRI();
            if (iri != null && FUNCTIONS.stream().noneMatch(iri::startsWith)) {
                throw new Refusal(400, "La fonction <" + iri + "> n’est pas disponible ici.");
            }
            if (function instanceof E_OneOfBase list && list.getRHS().size() > MOST_TERMS) {
                throw new Refusal(400, "IN accepte au plus 10 000 termes.");
            }
            if (function instanceof E_Regex || function instanceof E_StrReplace) {
                pattern(function);
            }
            if (function instanceof E_StrConcat) {
                grow(Math.max(
                        1,
                        function.getArgs().stream()
                                .filter(arg -> !arg.isConstant())
                                .count()));
            }
        }

        private void pattern(ExprFunction function) {
            Expr pattern = function.getArg(2);
            if (!pattern.isConstant()) {
                throw new Refusal(400, "Le motif de REGEX et de REPLACE doit être une constante.");
            }
            String text = NodeFunctions.str(pattern.getConstant()).asString();
            if (text.length() > LONGEST_PATTERN) {
                throw new Refusal(400, "Le motif de REGEX et de REPLACE accepte au plus 1 000 caractères.");
            }
            if (NESTED.matcher(text).find()) {
                throw new Refusal(400, "Le motif répète un groupe déjà répété\u202f: écrivez-le autrement.");
            }
            if (function instanceof E_StrReplace) {
                grow(8);
            }
        }

        private void grow(long factor) {
            growth[0] *= factor;
            if (growth[0] > MOST_GROWTH) {
                throw new Refusal(400, "La requête construit des valeurs trop grandes.");
            }
        }
    }
}
