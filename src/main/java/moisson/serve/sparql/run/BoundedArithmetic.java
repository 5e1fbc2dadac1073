package moisson.serve.sparql.run;

import java.math.BigDecimal;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/** Sums, differences, products and quotients of numbers with a decent number of digits, and of durations within reach. */
final class BoundedArithmetic extends ExprFunction2 {
    /** In bits: some 1,200 decimal digits. */
    private static final int MOST_BITS = 4_096;
    /** The JDK adds a duration to a date month by month: beyond this it would count for hours. */
    private static final BigDecimal MOST_SECONDS = new BigDecimal("1000000000000");

    private final ExprFunction2 operation;
    private final Watch watch;

    BoundedArithmetic(ExprFunction2 operation, Expr left, Expr right, Watch watch) {
        super(left, right, operation.getFunctionSymbol().getSymbol(), operation.getOpName());
        this.operation = operation;
        this.watch = watch;
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        watch.step();
        fits(left);
        fits(right);
        return operation.eval(left, right);
    }

    private void fits(NodeValue value) {
        boolean large = value.isInteger()
                ? value.getInteger().bitLength() > MOST_BITS
                : value.isDecimal()
                        ? value.getDecimal().unscaledValue().bitLength() > MOST_BITS
                                || Math.abs(value.getDecimal().scale()) > MOST_BITS
                        : value.isDuration() && !near(value.getDuration());
        if (large) {
            throw watch.refuse("La requête calcule avec des valeurs trop grandes.");
        }
    }

    private static boolean near(Duration duration) {
        BigDecimal seconds = BigDecimal.ZERO;
        for (Part part : Part.values()) {
            Number amount = duration.getField(part.field());
            if (amount != null) {
                seconds = seconds.add(new BigDecimal(amount.toString()).multiply(BigDecimal.valueOf(part.seconds())));
            }
        }
        return seconds.compareTo(MOST_SECONDS) <= 0;
    }

    private enum Part {
        YEARS(DatatypeConstants.YEARS, 31_557_600),
        MONTHS(DatatypeConstants.MONTHS, 2_629_800),
        DAYS(DatatypeConstants.DAYS, 86_400),
        HOURS(DatatypeConstants.HOURS, 3_600),
        MINUTES(DatatypeConstants.MINUTES, 60),
        SECONDS(DatatypeConstants.SECONDS, 1);

        // A constant of the JDK.
        @SuppressWarnings("ImmutableEnumChecker")
        private final DatatypeConstants.Field field;

        private final long seconds;

        Part(DatatypeConstants.Field field, long seconds) {
            this.field = field;
            this.seconds = seconds;
        }

        DatatypeConstants.Field field() {
            return field;
        }

        long seconds() {
            return seconds;
        }
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new BoundedArithmetic(operation, left, right, watch);
    }
}
