package moisson.deduplicate;

import java.util.Arrays;

/** Gathers the telling words of a scanned text, each once. */
final class PhraseBuilder {
    private final Scan scan;
    private final int[] ids;
    private final int[] spans;
    private final int[] size = new int[1];

    PhraseBuilder(Scan scan, int most) {
        this.scan = scan;
        this.ids = new int[most];
        this.spans = new int[most];
    }

    boolean full() {
        return size[0] == ids.length;
    }

    /** @param id 0 for words that tell nothing */
    void add(int id, int firstWord, int lastWord) {
        for (int i = 0; i < size[0]; i++) {
            if (ids[i] == id) {
                return;
            }
        }
        if (id != 0) {
            ids[size[0]] = id;
            spans[size[0]++] = (scan.start(firstWord) << 16) | scan.ends()[lastWord];
        }
    }

    /** The words alone, for whoever needs no text. */
    int[] ids() {
        return Arrays.copyOf(ids, size[0]);
    }

    Phrase build() {
        return size[0] == 0
                ? Phrase.EMPTY
                : new Phrase(scan.text(), Arrays.copyOf(ids, size[0]), Arrays.copyOf(spans, size[0]));
    }
}
