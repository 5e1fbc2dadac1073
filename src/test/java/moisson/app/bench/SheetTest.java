package moisson.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetTest {
    @Test
    void aSheetIsASectionWithATable() {
        StringWriter out = new StringWriter();
        Map<String, Object> fast = Figures.row("format", "csv");
        fast.put("records", 1_000_000L);
        fast.put("wall s", 1.23456);
        Map<String, Object> broken = Figures.row("format", "rdf");
        broken.put("failed", "status 3: no | more\nmemory");

        new Sheet("read", "Reading", List.of(fast, broken), List.of("On one machine.")).print(new PrintWriter(out));

        assertThat(out.toString().lines())
                .containsExactly(
                        "## Reading",
                        "",
                        "| format | records | wall s | failed |",
                        "| --- | --- | --- | --- |",
                        "| csv | 1,000,000 | 1.235 |  |",
                        "| rdf |  |  | status 3: no / more memory |",
                        "",
                        "- On one machine.",
                        "");
    }
}
