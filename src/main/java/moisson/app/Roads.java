package moisson.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import moisson.app.fetch.Polling;
import moisson.app.fetch.Rations;
import moisson.app.fetch.Ways;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Camel with our routes: the shared ones, the Kamelets, and the files of the sources. */
final class Roads implements AutoCloseable {
    private final Main main;
    private final Ways ways;

    private Roads(Main main, Ways ways) {
        this.main = main;
        this.ways = ways;
    }

    /**
     * Starts the routes.
     *
     * @param beans what the routes may call, by name
     * @param scheduled false for commands that harvest by hand and stop
     */
    static Roads start(Settings settings, Map<String, Object> beans, Map<String, String> properties, boolean scheduled)
            throws RouteFileException {
        List<String> problems = SourceFiles.problems(
                settings.sources(),
                settings.routes().resolve("kamelets"),
                new SourceParameters(name -> properties.containsKey(name) || SourceParameters.inEnvironment(name)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        Main main = new Main();
        main.configure()
                .withRoutesIncludePattern(
                        "file:" + settings.routes() + "/*.camel.yaml,file:" + settings.sources() + "/*.camel.yaml");
        main.addInitialProperty("camel.component.kamelet.location", "file:" + settings.routes() + "/kamelets");
        main.addInitialProperty("camel.component.quartz.auto-start-scheduler", String.valueOf(scheduled));
        main.addInitialProperty("moisson.publication.cron", settings.publication());
        main.addInitialProperty("moisson.arrivals", arrivals(settings).toString());
        properties.forEach(main::addInitialProperty);
        beans.forEach(main::bind);
        Ways ways = ways(settings, beans);
        ways.beans().forEach(main::bind);
        try {
            main.start();
        } catch (Exception e) {
            main.stop();
            ways.close();
            throw new RouteFileException(e);
        }
        return new Roads(main, ways);
    }

    /** Where what is coming in waits until it is whole. */
    private static Path arrivals(Settings settings) {
        return settings.data().resolve("arrivages").toAbsolutePath();
    }

    private static Ways ways(Settings settings, Map<String, Object> beans) throws RouteFileException {
        try {
            return Ways.open(
                    arrivals(settings),
                    settings.data().resolve("objets-pris.txt"),
                    Rations.standard(settings.mostBytes()),
                    Clock.systemUTC(),
                    polling(beans));
        } catch (IOException e) {
            throw new RouteFileException(e);
        }
    }

    private static Polling polling(Map<String, Object> beans) {
        return new Polling(
                source -> {
                    if (beans.get("underway") instanceof Underway underway) {
                        underway.looks(source);
                    }
                },
                source -> {
                    if (beans.get("underway") instanceof Underway underway) {
                        underway.looked(source);
                    }
                },
                (source, why) -> {
                    if (beans.get("harvest") instanceof HarvestDoor harvest) {
                        harvest.failed(source, why);
                    }
                });
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
        ways.close();
    }
}
