package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Utf8Writer writer = new Utf8Writer(bytes);

    @Test
    void whatComesInPiecesOfAnySizeIsTheSameText() throws IOException {
        String text = "été 🌾, «\u202ffête\u202f» ".repeat(2_000);
        for (int i = 0; i < text.length(); i++) {
            writer.write(text.charAt(i));
        }
        writer.write(text);
        writer.write("<" + text + ">", 1, text.length());
        writer.write(text.toCharArray());
        int within = text.indexOf("🌾") + 1;
        writer.write(text, 0, within);
        writer.write(text, within, text.length() - within);
        writer.flush();

        assertThat(bytes.toString(UTF_8)).isEqualTo(text.repeat(5));
    }
}
