package moisson.app.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Waits as long as an overloaded server asks (RFC 9110, 10.2.3) before Camel tries again. */
final class RetryAfter implements Processor {
    /** A harvest that must wait longer gives up: the next one on the schedule comes soon enough. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        HttpOperationFailedException failure = exchange.getProperty(
                Exchange.EXCEPTION_CAUGHT, exchange.getException(), HttpOperationFailedException.class);
        if (failure != null && failure.getResponseHeaders() != null) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(failure.getResponseHeaders());
            wait(headers.get("Retry-After"), clock.instant())
                    .ifPresent(wait -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis()));
        }
    }

    /** Seconds, or a date of HTTP; empty for anything else. */
    static Optional<Duration> wait(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text))
                .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    }
}
