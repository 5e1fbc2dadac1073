package moisson.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** A quotient, rounded as SPARQL's {@code ROUND} does: a half goes up, also below zero. */
final class Ratio {
    private Ratio() {}

    /** Empty when it would be divided by zero. */
    static Optional<BigDecimal> of(BigInteger part, BigInteger whole, int decimals) {
        if (whole.signum() == 0) {
            return Optional.empty();
        }
        BigInteger two = BigInteger.TWO;
        BigInteger doubled =
                part.multiply(BigInteger.TEN.pow(decimals)).multiply(two).add(whole);
        return Optional.of(new BigDecimal(floor(doubled, whole.multiply(two)), decimals));
    }

    static Optional<BigDecimal> of(long part, long whole, int decimals) {
        return of(BigInteger.valueOf(part), BigInteger.valueOf(whole), decimals);
    }

    /** A percentage with one decimal. */
    static Optional<BigDecimal> share(long part, long whole) {
        return of(part * 100, whole, 1);
    }

    /** The divisor is positive: counts are. */
    private static BigInteger floor(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
