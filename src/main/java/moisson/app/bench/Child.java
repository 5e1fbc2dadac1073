package moisson.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs one trial in a Java machine of its own, so that none profits or suffers from another, and that the limit of its
 * heap is a proof.
 *
 * @param heap as the option -Xmx takes it: {@code 2g}
 */
public record Child(String heap, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<LinkedHashMap<String, Object>>> ROWS = new TypeReference<>() {};
    private static final int LAST_LINES = 3;
    /** Bytes of input from which on the second compiler saves more than it costs. */
    private static final long LARGE = 120_000_000;

    /** The rows of the trial, or one that says why it failed. */
    List<Map<String, Object>> run(String trial, List<String> words) throws IOException, InterruptedException {
        Path rows = folder.resolve("rows.json");
        Path told = folder.resolve("told.txt");
        Files.deleteIfExists(rows);
        Process process = new ProcessBuilder(command(trial, rows, words))
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        // Whoever is told to stop takes its trial with it.
        Thread end = new Thread(process::destroyForcibly, "end-of-trial");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            int status = process.waitFor();
            return status == 0 && Files.exists(rows)
                    ? new ArrayList<>(JSON.readValue(rows.toFile(), ROWS))
                    : List.of(failure(status, told));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Written by the trial, read by whoever started it. */
    public static void answer(Path rows, List<Map<String, Object>> answer) throws IOException {
        JSON.writeValue(rows.toFile(), answer);
    }

    private List<String> command(String trial, Path rows, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path", "")
                        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                "moisson.app.Moisson",
                "bench",
                "trial",
                trial,
                rows.toString()));
        command.addAll(words);
        command.addAll(1, options(trial, words));
        return command;
    }

    /**
     * For a match, what the start script gives the same command. For harvests, a heap that does not shrink whenever the peaks
     * are forgotten: growing again would be counted as a cost of each.
     */
    private static List<String> options(String trial, List<String> words) {
        if (trial.equals("harvest")) {
            return List.of("-Xms1g");
        }
        if (!trial.equals("match")) {
            return List.of();
        }
        long bytes = words.stream().mapToLong(word -> new File(word).length()).sum();
        List<String> options = new ArrayList<>(List.of("-XX:+UseParallelGC", "-XX:MaxTenuringThreshold=0"));
        options.addAll(
                bytes < LARGE
                        ? List.of("-XX:TieredStopAtLevel=1", "-Xmn64m")
                        : List.of("-Xmn200m", "-XX:FreqInlineSize=35", "-XX:InlineSmallCode=500"));
        return options;
    }

    private static Map<String, Object> failure(int status, Path told) throws IOException {
        List<String> lines = Files.readString(told, UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "failed",
                "status " + status + ": "
                        + String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
        return row;
    }
}
