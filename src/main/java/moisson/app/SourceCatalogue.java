package moisson.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import moisson.event.Bounds;
import moisson.event.Source;
import moisson.intake.Mapping;
import moisson.store.StoreException;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** The sources, read from the route files that Camel has started: one route each, from a Kamelet and its parameters. */
final class SourceCatalogue {
    private final CamelContext camel;
    private final Source form;

    SourceCatalogue(CamelContext camel, Source form) {
        this.camel = camel;
        this.form = form;
    }

    /** Our own form, as a source among the others. */
    static Source form(Settings settings) {
        return new Source(
                Source.FORM,
                "Formulaire de proposition",
                Source.FORM,
                settings.baseUrl().resolve("proposer").toString(),
                null,
                "Europe/Paris",
                "Licence Ouverte 2.0",
                false,
                0,
                Bounds.NONE);
    }

    /** Every source, the form last, the others by id. */
    List<Source> list() {
        List<Source> sources = camel.getRoutes().stream()
                .flatMap(route -> kamelet(route).stream())
                .map(this::source)
                .sorted(Comparator.comparing(Source::id))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        sources.add(form);
        return sources;
    }

    Optional<Source> find(String id) {
        return list().stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException when no route file defines it */
    Source get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("La source « " + id
                + " » n’existe pas. Sources connues : "
                + String.join(", ", list().stream().map(Source::id).toList()) + "."));
    }

    /** When Quartz will next harvest a source, before any jitter; empty for the form. */
    static Optional<Instant> nextHarvest(Source source, Clock clock) {
        if (source.schedule() == null) {
            return Optional.empty();
        }
        try {
            CronExpression cron = new CronExpression(source.schedule());
            cron.setTimeZone(TimeZone.getTimeZone(ZoneId.of(source.zone())));
            return Optional.ofNullable(cron.getNextValidTimeAfter(java.util.Date.from(clock.instant())))
                    .map(java.util.Date::toInstant);
        } catch (java.text.ParseException e) {
            throw new IllegalStateException("Camel has accepted this cron: " + source.schedule(), e);
        }
    }

    /**
     * Harvests a source now, by its own route, and comes back when it is done. A failed harvest is a run that says so.
     *
     * @throws StoreException when not even the failure could be written down
     */
    void runNow(String id) {
        Source source = get(id);
        Route route = camel.getRoute(source.id());
        if (route == null) {
            throw new IllegalArgumentException("La source « " + id + " » ne se moissonne pas : elle nous écrit.");
        }
        Consumer consumer = route.getConsumer();
        if (consumer instanceof ScheduledPollConsumer folder) {
            folder.run();
            return;
        }
        Exchange exchange = consumer.getEndpoint().createExchange();
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            throw new IllegalStateException("la moisson de " + id + " n’a pas pu être lancée", e);
        }
        StoreException unwritten = exchange.getException(StoreException.class);
        if (unwritten != null) {
            throw unwritten;
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException(
                    "la moisson de " + id + " n’a pas pu être menée ni notée", exchange.getException());
        }
    }

    private static Optional<KameletEndpoint> kamelet(Route route) {
        return route.getEndpoint() instanceof KameletEndpoint kamelet ? Optional.of(kamelet) : Optional.empty();
    }

    private Source source(KameletEndpoint kamelet) {
        Map<String, String> given = new HashMap<>(defaults(kamelet.getTemplateId()));
        kamelet.getKameletProperties().forEach((name, value) -> given.put(name, String.valueOf(value)));
        return new Source(
                given.getOrDefault("source", kamelet.getRouteId()),
                given.getOrDefault("name", ""),
                given.getOrDefault("format", ""),
                location(given),
                given.get("cron"),
                given.getOrDefault("zone", "Europe/Paris"),
                given.getOrDefault("licence", ""),
                Boolean.parseBoolean(given.get("complete")),
                Integer.parseInt(given.getOrDefault("graceDays", "0")),
                new Bounds(
                        percent(given.get("mostAbsent")),
                        percent(given.get("mostRejected")),
                        Boolean.parseBoolean(given.getOrDefault("keepPast", "true"))),
                Mapping.parse(given.getOrDefault("mapping", "")));
    }

    private static @Nullable Integer percent(@Nullable String bound) {
        return bound == null || bound.equals("auto") ? null : Integer.valueOf(bound);
    }

    /** Where a source is fetched from, for people to read: a URL, or a folder of this machine. Never a secret. */
    static String location(Map<String, String> given) {
        String host = given.get("host");
        if (given.containsKey("bucket")) {
            return withoutSecrets(given.getOrDefault("endpoint", "")).replaceFirst("/+$", "") + "/"
                    + given.getOrDefault("bucket", "") + "/" + given.getOrDefault("prefix", "");
        }
        if (host == null) {
            return withoutSecrets(given.getOrDefault("url", given.getOrDefault("folder", "")));
        }
        return given.containsKey("mailbox")
                ? onServer(given.getOrDefault("protocol", "imaps"), host, given.getOrDefault("mailbox", ""))
                : onServer("sftp", host, given.getOrDefault("folder", ""));
    }

    /** What stands before an @ or after a question mark would be for Camel, and may be a secret. */
    private static String onServer(String scheme, String host, String folder) {
        String path = folder.replaceFirst("[?#].*", "").replaceFirst("^/+", "");
        try {
            return new URI(scheme, host.replaceFirst("^.*@", ""), "/" + path, null).toString();
        } catch (URISyntaxException e) {
            // Its message holds the host, which is none.
            return scheme + ":";
        }
    }

    /** Camel has already put in the keys that the file only names: they stand in the query, or before the host. */
    static String withoutSecrets(String location) {
        return location.regionMatches(true, 0, "http", 0, 4)
                ? location.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//")
                : location;
    }

    private Map<String, String> defaults(String kamelet) {
        Map<String, String> defaults = new HashMap<>();
        ((ModelCamelContext) camel)
                .getRouteTemplateDefinition(kamelet)
                .getTemplateParameters()
                .forEach(parameter -> {
                    if (parameter.getDefaultValue() != null) {
                        defaults.put(parameter.getName(), parameter.getDefaultValue());
                    }
                });
        return defaults;
    }
}
