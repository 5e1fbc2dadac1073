package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import moisson.event.Run;
import moisson.event.RunState;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that partners put somewhere for us, on real servers in this process. */
class DropsTest {
    private static final String FEED = "id,titre,debut\r\n1,Essai fictif,2019-11-20\r\n";
    private static final String PASSWORD = "sesame-secret";

    @TempDir
    private Path folder;

    @Test
    void aFileWhoseHarvestFailedIsPutAsideAndAnotherIsDone() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("depot"));
        Files.writeString(drop.resolve("bon.csv"), FEED);
        Files.write(drop.resolve("mauvais.csv"), new byte[] {'P', 'K', 3, 4, 0, 0});
        SourcesForTest sources =
                new SourcesForTest(folder).with("file-drop-source", "depot", "format: csv\nfolder: \"{{depot}}\"");
        try (House house = sources.open(Map.of("depot", drop.toString()))) {
            assertThat(house.harvestNow("depot"))
                    .extracting(Run::state)
                    .containsExactlyInAnyOrder(RunState.DONE, RunState.FAILED);
        }
        assertThat(names(drop.resolve(".fait"))).singleElement().asString().endsWith("-bon.csv");
        assertThat(names(drop.resolve(".echec"))).singleElement().asString().endsWith("-mauvais.csv");
    }

    @Test
    void filesAreTakenFromAnSftpServerWhoseKeyIsKnown() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/depot"));
        Files.writeString(home.resolve("agenda.csv"), FEED);
        KeyPair key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(key));
            server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("home")));
            server.start();
            Path known = folder.resolve("known_hosts");
            SourcesForTest sources =
                    new SourcesForTest(folder).with("sftp-drop-source", "sftp", """
                            format: csv
                            host: 127.0.0.1
                            port: %d
                            username: partenaire
                            password: "{{essai.secret}}"
                            knownHostsFile: "%s"
                            folder: depot
                            """.formatted(server.getPort(), known));

            KeyPair other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            Files.writeString(known, entry(server.getPort(), other));
            try (House house = sources.open(Map.of("essai.secret", PASSWORD))) {
                assertThat(house.harvestNow("sftp")).singleElement().satisfies(run -> {
                    assertThat(run.state()).isEqualTo(RunState.FAILED);
                    assertThat(run.message()).contains("SFTP", "clé").doesNotContain(PASSWORD);
                });
            }
            Files.writeString(known, entry(server.getPort(), key));
            try (House house = sources.open(Map.of("essai.secret", PASSWORD))) {
                assertThat(SourcesForTest.harvest(house, "sftp").counts().read())
                        .isEqualTo(1);
                assertThat(house.sources().get("sftp").location()).isEqualTo("sftp://127.0.0.1/depot");
            }
        }
        assertThat(names(home.resolve(".fait"))).singleElement().asString().endsWith("-agenda.csv");
    }

    @Test
    void attachmentsOfThePartnerAreTakenAndNoOthers() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        mail.start();
        try {
            mail.setUser("moisson@exemple.example", "moisson", PASSWORD);
            var box = mail.getUserManager().getUser("moisson");
            box.deliver(message(mail, "agenda@partenaire.example", "agenda.csv"));
            box.deliver(message(mail, "autre@ailleurs.example", "agenda.csv"));
            SourcesForTest sources = new SourcesForTest(folder)
                    .with("mail-attachment-source", "courriel", """
                            format: csv
                            host: 127.0.0.1
                            port: %d
                            protocol: imap
                            username: moisson
                            password: "{{essai.secret}}"
                            sender: agenda@partenaire.example
                            attachment: "*.csv"
                            """.formatted(
                                    mail.getImap().getPort()));
            try (House house = sources.open(Map.of("essai.secret", PASSWORD))) {
                assertThat(SourcesForTest.harvest(house, "courriel").counts().read())
                        .isEqualTo(1);
                assertThat(house.harvestNow("courriel")).isEmpty();
                assertThat(house.sources().get("courriel").location()).isEqualTo("imap://127.0.0.1/INBOX");

                box.deliver(message(mail, "agenda@partenaire.example", "agenda.pdf"));
                assertThat(SourcesForTest.harvest(house, "courriel").message()).contains("*.csv");
            }
        } finally {
            mail.stop();
        }
    }

    private static String entry(int port, KeyPair key) {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key.getPublic()) + "\n";
    }

    private static MimeMessage message(GreenMail mail, String from, String attachment) throws Exception {
        MimeMessage message = new MimeMessage(mail.getImap().createSession());
        message.setFrom(new InternetAddress(from));
        message.setRecipients(Message.RecipientType.TO, "moisson@exemple.example");
        message.setSubject("Agenda");
        MimeBodyPart words = new MimeBodyPart();
        words.setText("Voici notre agenda.", "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setFileName(attachment);
        file.setContent(FEED, "text/csv");
        file.setDisposition("attachment");
        message.setContent(new MimeMultipart(words, file));
        message.saveChanges();
        return message;
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
