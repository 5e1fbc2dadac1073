package moisson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moisson.event.NoticeCode;
import moisson.event.Severity;
import org.junit.jupiter.api.Test;

/** Keeps docs/notices.md what the code says; rewrite it with {@code mvn test -Dgolden=write -Dtest=NoticesPageTest}. */
class NoticesPageTest {
    private static final Path PAGE = Path.of("docs/notices.md");

    @Test
    void thePublicPageOfNoticesSaysWhatTheCodeSays() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Remarques · Notices

                Ce que Moisson peut dire d'un enregistrement. Une erreur le laisse de côté, un avertissement le garde tel quel,
                une information dit ce qui a été corrigé. *What Moisson may say of a record: an error leaves it out, a warning
                keeps it as it is, an info tells what was corrected.* Generated from `NoticeCode` by `NoticesPageTest`.
                """);
        for (Severity severity : Severity.values()) {
            page.append("\n## ")
                    .append(severity.french())
                    .append(" · ")
                    .append(severity.english())
                    .append("\n");
            for (NoticeCode code : NoticeCode.values()) {
                if (code.severity() == severity) {
                    append(page, code);
                }
            }
        }
        return page.toString();
    }

    private static void append(StringBuilder page, NoticeCode code) {
        page.append("\n### ").append(code).append("\n\n");
        page.append(code.french()).append(" **").append(code.frenchRemedy()).append("**  \n");
        page.append('*')
                .append(code.english())
                .append("* ")
                .append(code.englishRemedy())
                .append('\n');
    }
}
