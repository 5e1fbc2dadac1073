package moisson.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command line as people use it, and what it answered. */
record CommandForTest(int status, String out, String err) {
    static CommandForTest run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Moisson.commands();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = line.execute(Arrays.stream(words)
                .flatMap(word -> word instanceof List<?> many ? many.stream() : Stream.of(word))
                .map(Object::toString)
                .toArray(String[]::new));
        return new CommandForTest(status, out.toString(), err.toString());
    }
}
