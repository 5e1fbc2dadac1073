package moisson.publish.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The events of one file, one after the other, and what is to be closed afterwards. */
record Rows(Iterator<Row> iterator, Closeable source) implements Closeable {
    /** Opens the rows of a file. */
    interface Opener {
        Rows open(Path file) throws IOException;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** The same rows as another format can tell them; those it cannot tell are left out. */
    Iterator<Row> as(Function<Row, java.util.Optional<Row>> projection) {
        Iterable<Row> rows = this::iterator;
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> projection.apply(row).stream())
                .iterator();
    }
}
