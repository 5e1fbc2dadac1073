package moisson.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import moisson.intake.rdf.RdfReaders;
import moisson.intake.sheet.SheetReaders;
import moisson.intake.web.WebReaders;

/** The door of the room: which formats we read, and their readers. Adding a format is one class and one name here. */
public final class FeedReaders {
    private static final List<FeedReader> ALL = Stream.of(
                    List.of(
                            new CsvReader(),
                            new OpenAgendaReader(),
                            new ICalendarReader(),
                            new ProposalReader(),
                            new FlatJsonReader(),
                            new MoissonReader()),
                    SheetReaders.all(),
                    WebReaders.all(),
                    RdfReaders.all())
            .flatMap(List::stream)
            .<FeedReader>map(reader -> new BoundedReader(reader, Limits.RECORDS))
            .toList();

    private FeedReaders() {}

    /** The reader of a format, by the name that source files use. */
    public static Optional<FeedReader> forFormat(String format) {
        return ALL.stream().filter(reader -> reader.format().equals(format)).findFirst();
    }

    /** Every name that {@link #forFormat} knows. */
    public static List<String> formats() {
        return ALL.stream().map(FeedReader::format).toList();
    }
}
