package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.jena.atlas.io.AWriterBase;
import org.apache.jena.atlas.io.IO;

/**
 * Where Jena's writers put characters: gathered, and encoded as UTF-8 by the thousand. Its own writer encodes them one
 * by one, which takes as long as everything else about N-Triples. Whoever opened the stream closes it.
 */
final class CharacterSink extends AWriterBase {
    private static final int ENOUGH = 1 << 15;

    private final OutputStream out;
    private final StringBuilder gathered = new StringBuilder(ENOUGH / 4);

    CharacterSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void print(char character) {
        gathered.append(character);
        // Never between the two halves of a character beyond the basic plane.
        if (gathered.length() >= ENOUGH && !Character.isHighSurrogate(character)) {
            drain();
        }
    }

    @Override
    public void print(char[] characters) {
        gathered.append(characters);
    }

    @Override
    public void print(String text) {
        gathered.append(text);
    }

    @Override
    @FormatMethod
    public void printf(String format, Object... values) {
        gathered.append(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void println(String text) {
        print(text);
        println();
    }

    @Override
    public void println() {
        print('\n');
    }

    private void drain() {
        try {
            out.write(gathered.toString().getBytes(UTF_8));
        } catch (IOException e) {
            IO.exception(e);
        }
        gathered.setLength(0);
    }

    @Override
    public void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            IO.exception(e);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
