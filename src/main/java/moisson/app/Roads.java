package moisson.app;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Camel with our routes: the shared ones, the Kamelets, and the files of the sources. */
final class Roads implements AutoCloseable {
    private final Main main;

    private Roads(Main main) {
        this.main = main;
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
        properties.forEach(main::addInitialProperty);
        beans.forEach(main::bind);
        try {
            main.start();
        } catch (Exception e) {
            main.stop();
            throw new RouteFileException(e);
        }
        return new Roads(main);
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
    }
}
