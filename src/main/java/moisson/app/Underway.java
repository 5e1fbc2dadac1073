package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.LoggerFactory;

/**
 * Notes on disk which sources are being asked. A run is opened only once its bytes have come; without this, nobody would
 * hear of a process that was killed while it waited for them.
 */
final class Underway extends RoutePolicySupport implements RoutePolicyFactory {
    static final String KILLED =
            "Le programme s’est arrêté pendant que cette source était interrogée\u202f: rien n’en a été gardé, la prochaine"
                    + " moisson la reprend.";

    private final Path folder;
    private final ToLongFunction<String> lastRun;
    private final Map<String, Long> left;
    private final Set<String> looking = ConcurrentHashMap.newKeySet();

    private Underway(Path folder, ToLongFunction<String> lastRun, Map<String, Long> left) {
        this.folder = folder;
        this.lastRun = lastRun;
        this.left = left;
    }

    /**
     * To be opened before the routes start.
     *
     * @param folder one small file for each source that is being asked, in the data folder of this process
     * @param lastRun number of the latest run of a source
     */
    static Underway open(Path folder, ToLongFunction<String> lastRun) throws CannotException {
        try {
            Files.createDirectories(folder);
            return new Underway(folder, lastRun, left(folder));
        } catch (IOException e) {
            throw new CannotException("Le dossier « " + folder + " » ne peut pas être employé.", e);
        }
    }

    /** Sources that a killed process was asking, each with its latest run at that time. */
    private static Map<String, Long> left(Path folder) throws IOException {
        Map<String, Long> left = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String number = Files.readString(file, UTF_8).strip();
                // An empty one was being written when the process stopped: nothing had been asked yet.
                if (number.matches("\\d{1,18}")) {
                    left.put(file.getFileName().toString(), Long.valueOf(number));
                }
            }
        }
        return left;
    }

    /**
     * Tells of the sources whose asking a killed process did not end; one whose run was opened since then tells itself.
     *
     * @param killed is given the id of each
     */
    void tell(Consumer<String> killed) {
        left.forEach((source, before) -> {
            if (lastRun.applyAsLong(source) == before) {
                killed.accept(source);
            }
            forget(source);
        });
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return this;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        if (asks(route, exchange)) {
            note(route.getRouteId());
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (asks(route, exchange)) {
            if (looking.contains(route.getRouteId())) {
                note(route.getRouteId());
            } else {
                forget(route.getRouteId());
            }
        }
    }

    /** A folder or a mailbox is looked into: what is found there is brought here before any exchange begins. */
    void looks(String source) {
        looking.add(source);
        note(source);
    }

    void looked(String source) {
        looking.remove(source);
        forget(source);
    }

    private void note(String source) {
        try {
            Files.writeString(folder.resolve(source), String.valueOf(lastRun.applyAsLong(source)), UTF_8);
        } catch (IOException e) {
            LoggerFactory.getLogger(Underway.class).warn("« {} » n’a pas pu être noté", source, e);
        }
    }

    private void forget(String source) {
        try {
            Files.deleteIfExists(folder.resolve(source));
        } catch (IOException e) {
            LoggerFactory.getLogger(Underway.class).warn("« {} » n’a pas pu être effacé", source, e);
        }
    }

    /** True for the part of a source's road that comes from its Kamelet; its id is that of the source. */
    private static boolean asks(Route route, Exchange exchange) {
        return exchange.getContext().getRoutes().stream()
                .anyMatch(source -> source.getEndpoint() instanceof KameletEndpoint kamelet
                        && kamelet.getRouteId().equals(route.getRouteId()));
    }
}
