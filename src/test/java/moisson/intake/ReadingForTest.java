package moisson.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.event.Delivery;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.Source;
import moisson.event.SourceRecord;

/** Reads a file with the reader of a format and keeps everything that comes out. */
final class ReadingForTest implements RecordSink {
    final List<SourceRecord> records = new ArrayList<>();
    final List<List<Notice>> notices = new ArrayList<>();
    final List<Notice> rejects = new ArrayList<>();
    final List<Notice> remarks = new ArrayList<>();

    static ReadingForTest of(String format, Path file) throws IOException {
        var reading = new ReadingForTest();
        FeedReaders.forFormat(format).orElseThrow().read(delivery(format, file), reading);
        return reading;
    }

    static ReadingForTest of(String format, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("moisson", ".feed");
        try {
            Files.write(file, bytes);
            return of(format, file);
        } finally {
            Files.delete(file);
        }
    }

    static ReadingForTest of(String format, String text) {
        try {
            return of(format, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Delivery delivery(String format, Path file) throws IOException {
        var source = new Source(
                "essai", "Source d’essai", format, "file:essai", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7);
        var receivedAt = Instant.parse("2020-11-01T08:00:00Z");
        return new Delivery(source, "0".repeat(64), file, Files.size(file), receivedAt, null, null);
    }

    @Override
    public void record(SourceRecord record, List<Notice> said) {
        records.add(record);
        notices.add(said);
    }

    @Override
    public void reject(Notice why) {
        rejects.add(why);
    }

    @Override
    public void remark(Notice notice) {
        remarks.add(notice);
    }

    List<String> values(int record, Field field) {
        return records.get(record).all(field);
    }

    /** How often each notice was given, over all three doors. */
    Map<String, Long> codes() {
        Map<String, Long> codes = new TreeMap<>();
        notices.forEach(said -> said.forEach(notice -> codes.merge(notice.code().name(), 1L, Long::sum)));
        rejects.forEach(notice -> codes.merge(notice.code().name(), 1L, Long::sum));
        remarks.forEach(notice -> codes.merge(notice.code().name(), 1L, Long::sum));
        return codes;
    }
}
