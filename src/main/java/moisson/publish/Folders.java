package moisson.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The folder of the versions: {@code 1}, {@code 2}…, and {@code .building-3} while the third is being written. */
final class Folders {
    private static final String BUILDING = ".building-";
    private static final Pattern ASIDE = Pattern.compile("\\.aside-(\\d{1,9})-.*");

    private final Path home;

    Folders(Path home) {
        this.home = home;
    }

    Path version(int number) {
        return home.resolve(Integer.toString(number));
    }

    /** The numbers of the versions that are there, whole or not, in order. */
    List<Integer> numbers() throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(home)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> name.matches("[1-9]\\d{0,8}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        }
    }

    /**
     * What there is to say when versions from this one on are there already: a database that was lost or replaced would begin
     * again at 1, over versions the public knows. The one a killed process did not live to record is no stranger.
     */
    Optional<String> stranger(int number) throws IOException {
        List<Integer> unknown =
                numbers().stream().filter(there -> there >= number).toList();
        return unknown.size() < 2
                ? Optional.empty()
                : Optional.of(
                        "Le dossier %s contient les versions %s, que la base ne connaît pas : est-ce la bonne base ?"
                                .formatted(home, unknown));
    }

    /**
     * An empty folder to build a version in; whatever a killed process left behind is swept away first, and what was put
     * aside for a version that has been recorded since.
     */
    Path building(int number) throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> children = Files.list(home)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.startsWith(BUILDING) || isOver(name, number)) {
                    delete(child);
                }
            }
        }
        return Files.createDirectory(home.resolve(BUILDING + number));
    }

    private static boolean isOver(String name, int number) {
        Matcher aside = ASIDE.matcher(name);
        return aside.matches() && Long.parseLong(aside.group(1)) < number;
    }

    /** Gives a folder that is built its number, at once. One already there is kept aside under a name nobody asks for. */
    void promote(Path built, int number, String contentHash) throws IOException {
        sync(built);
        Path target = version(number);
        if (Files.exists(target)) {
            Path aside = home.resolve(".aside-" + number + "-" + contentHash.substring(0, 8));
            delete(aside);
            Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(built, target, StandardCopyOption.ATOMIC_MOVE);
        sync(home);
    }

    void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        PathUtils.deleteDirectory(folder);
    }

    /** Names of files are on the disk for good only once their folder is, too. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
