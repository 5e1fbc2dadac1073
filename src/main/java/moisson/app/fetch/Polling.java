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

/**
 * What is noted of looking into folders and mailboxes, which happens before there is any delivery: that it goes on, and as a
 * failed harvest what goes wrong, such as a server that refuses us or a lost file.
 */
public final class Polling extends DefaultPollingConsumerPollStrategy implements ExceptionHandler {
    private final java.util.function.Consumer<String> begun;
    private final java.util.function.Consumer<String> ended;
    private final BiConsumer<String, Throwable> failed;

    /**
     * Everybody is given the id of the source.
     *
     * @param begun before anything is asked
     * @param ended when all that was found is harvested, or it failed
     * @param failed why it failed, too
     */
    public Polling(
            java.util.function.Consumer<String> begun,
            java.util.function.Consumer<String> ended,
            BiConsumer<String, Throwable> failed) {
        this.begun = begun;
        this.ended = ended;
        this.failed = failed;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        tell(begun, consumer);
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        tell(ended, consumer);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        note(route(consumer), cause);
        tell(ended, consumer);
        return false;
    }

    private static void tell(java.util.function.Consumer<String> whom, Consumer consumer) {
        String route = route(consumer);
        if (route != null) {
            whom.accept(route);
        }
    }

    private static @Nullable String route(Consumer consumer) {
        Route route = consumer instanceof RouteAware aware ? aware.getRoute() : null;
        return route == null ? null : route.getRouteId();
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
