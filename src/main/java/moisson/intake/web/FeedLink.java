package moisson.intake.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.SourceRecord;
import moisson.intake.FeedText;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.jspecify.annotations.Nullable;

/**
 * Where one item of an RSS or Atom feed leads.
 *
 * @param place of the item in the feed
 * @param key of the item
 * @param address as it is written there; null when the item has none or could not be read
 */
public record FeedLink(
        String place, @Nullable String key, @Nullable String address) {
    /**
     * Those of all items, in order.
     *
     * @param most how many are kept; one more, when there are more
     * @throws UnreadableFeedException when this is no such feed
     */
    public static List<FeedLink> in(InputStream feed, int most) throws IOException {
        FeedText text = FeedText.open(new BufferedInputStream(feed));
        if (text.head().isBlank()) {
            throw new UnreadableFeedException("Le flux est vide\u202F: un flux RSS ou Atom était attendu.");
        }
        Links links = new Links(most + 1, new ArrayList<>());
        RssReader.read(text, links);
        return links.found;
    }

    private record Links(int most, List<FeedLink> found) implements RecordSink {
        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            add(new FeedLink(
                    record.place(), record.key(), record.first(Field.URL).orElse(null)));
        }

        @Override
        public void reject(Notice why) {
            add(new FeedLink(why.place(), null, null));
        }

        @Override
        public void remark(Notice notice) {
            // What counts is what the pages say.
        }

        private void add(FeedLink link) {
            if (found.size() < most) {
                found.add(link);
            }
        }
    }
}
