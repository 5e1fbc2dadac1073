package moisson.app.fetch;

import java.util.function.BiConsumer;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RouteAware;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Notes down as a failed harvest what happens before there is any delivery: a server that refuses us, a lost file. */
final class Polling extends DefaultPollingConsumerPollStrategy implements ExceptionHandler {
    private final BiConsumer<String, Throwable> failed;

    Polling(BiConsumer<String, Throwable> failed) {
        this.failed = failed;
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        Route route = consumer instanceof RouteAware aware ? aware.getRoute() : null;
        note(route == null ? null : route.getRouteId(), cause);
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        note(exchange == null ? null : exchange.getFromRouteId(), exception);
    }

    private void note(@Nullable String route, Throwable cause) {
        if (route == null) {
            LoggerFactory.getLogger(Polling.class)
                    .warn(
                            "A way in failed and does not say which: {}",
                            cause.getClass().getName());
        } else {
            failed.accept(route, cause);
        }
    }
}
