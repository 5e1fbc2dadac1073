package moisson.serve.view;

import java.util.List;

/** A chart of horizontal bars, drawn by the server, with the table that says the same. */
public record Bars(String id, String title, String column, List<Bar> bars, String note) {
    /** Height of one bar with the space below it, in the units of the drawing. */
    public static final int STEP = 30;

    public static final int WIDTH = 640;
    /** Left of the bars stand their labels. */
    public static final int MARGIN = 230;

    private static final int NUMBERS = 50;

    public record Bar(String label, long value) {}

    public Bars {
        bars = List.copyOf(bars);
    }

    public int height() {
        return Math.max(1, bars.size()) * STEP;
    }

    public long length(Bar bar) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        return Math.round((double) (WIDTH - MARGIN - NUMBERS) * bar.value() / most);
    }

    /** Labels too long for the margin are shortened in the drawing; the table has them whole. */
    public String shortLabel(Bar bar) {
        return bar.label().length() <= 29
                ? bar.label()
                : bar.label().substring(0, 28).strip() + "…";
    }
}
