package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.store.Store;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledHarvestTest {
    private static final String FEED =
            "id,titre,debut\r\n1,Essai fictif,2019-11-20\r\n2,Autre essai fictif,2019-11-21\r\n";
    private static final int LONGEST_SECONDS = 300;

    @TempDir
    private Path folder;

    @Test
    void aProcessKilledWhileAFeedComesInIsToldOfByTheNextOneWhichHarvestsIt() throws Exception {
        try (Partner partner = Partner.start()) {
            SourcesForTest sources =
                    new SourcesForTest(folder).with("http-feed-source", "ville", """
                    format: csv
                    url: "%s/flux"
                    allowPrivate: "true"
                    """.formatted(partner.url()));
            CountDownLatch halfWay = new CountDownLatch(1);
            CountDownLatch dead = new CountDownLatch(1);
            partner.at("/flux", (request, out) -> {
                out.write(Partner.head(200, FEED.length()));
                out.write(FEED.substring(0, FEED.length() / 2).getBytes(UTF_8));
                out.flush();
                halfWay.countDown();
                dead.await();
            });

            Process process = start();
            try {
                assertThat(halfWay.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
                dead.countDown();
            }

            partner.at("/flux", Partner.text(200, FEED));
            try (House house = sources.open(Map.of())) {
                Run next = SourcesForTest.harvest(house, "ville");
                assertThat(next.state()).isEqualTo(RunState.DONE);
                assertThat(next.counts().created()).isEqualTo(2);
            }
            ArrivalsForTest.areGone(folder);
            sources.open(Map.of()).close();
        }
        List<Run> runs = runs();
        assertThat(runs).as("told once").extracting(Run::state).containsExactly(RunState.DONE, RunState.FAILED);
        assertThat(runs.getLast().message()).contains("arrêté pendant que cette source était interrogée");
        assertThat(runs.getLast().counts().read()).isZero();
    }

    @Test
    void aProcessKilledWhileAFileComesInFromAnSftpServerIsToldOfByTheNextOne() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/depot"));
        Files.writeString(home.resolve("agenda.csv"), FEED);
        CountDownLatch halfWay = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        SftpSubsystemFactory files = new SftpSubsystemFactory();
        files.addSftpEventListener(new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session, String handle, FileHandle file, long at, byte[] data, int from, int most) {
                halfWay.countDown();
                try {
                    dead.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        KeyPair key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(key));
            server.setPasswordAuthenticator((user, password, session) -> true);
            server.setSubsystemFactories(List.of(files));
            server.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("home")));
            server.start();
            Path known = folder.resolve("known_hosts");
            Files.writeString(
                    known, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
            SourcesForTest sources = new SourcesForTest(folder)
                    .with("sftp-drop-source", "ville", """
                    format: csv
                    host: 127.0.0.1
                    port: %d
                    username: partenaire
                    password: "{{ESSAI_SECRET}}"
                    knownHostsFile: "%s"
                    folder: depot
                    """.formatted(server.getPort(), known));

            Process process = start();
            try {
                assertThat(halfWay.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
                dead.countDown();
            }

            try (House house = sources.open(Map.of("ESSAI_SECRET", "sesame"))) {
                assertThat(SourcesForTest.harvest(house, "ville").state()).isEqualTo(RunState.DONE);
            }
            sources.open(Map.of("ESSAI_SECRET", "sesame")).close();
        }
        List<Run> runs = runs();
        assertThat(runs).as("told once").extracting(Run::state).containsExactly(RunState.DONE, RunState.FAILED);
        assertThat(runs.getLast().message()).contains("arrêté pendant que cette source était interrogée");
    }

    /** The latest first. */
    private List<Run> runs() {
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("data/moisson.db"), null, null)) {
            return store.read(tables -> tables.runs().ofSource("ville", 9));
        }
    }

    private Process start() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder process =
                new ProcessBuilder(java, "-cp", classPath(), KilledHarvest.class.getName(), folder.toString(), "ville");
        process.environment().put("ESSAI_SECRET", "sesame");
        return process.inheritIO().start();
    }

    /** That of this JVM, also where a test runner has loaded it by itself. */
    private static String classPath() {
        return KilledHarvest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
