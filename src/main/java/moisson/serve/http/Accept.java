package moisson.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Accept header (RFC 9110, 12.5.1). */
final class Accept {
    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(String type, double quality) {
        /** How exactly it names the media type: 0 when it does not. */
        int fits(String media) {
            if (type.equals(media)) {
                return 3;
            }
            if (type.equals("*/*")) {
                return 1;
            }
            return type.endsWith("/*") && media.startsWith(type.substring(0, type.length() - 1)) ? 2 : 0;
        }
    }

    static Accept parse(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        for (String item : (header == null || header.isBlank() ? "*/*" : header).split(",", 100)) {
            String[] bits = item.strip().toLowerCase(Locale.ROOT).split(";", 20);
            double quality = 1;
            for (int i = 1; i < bits.length; i++) {
                if (bits[i].strip().startsWith("q=")) {
                    quality = number(bits[i].strip().substring(2));
                }
            }
            ranges.add(new Range(bits[0].strip(), quality));
        }
        return new Accept(ranges);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Among equals the earlier offer wins. */
    Optional<String> best(List<String> offered) {
        String best = null;
        double quality = 0;
        for (String media : offered) {
            double here = quality(media);
            if (here > quality) {
                best = media;
                quality = here;
            }
        }
        return Optional.ofNullable(best);
    }

    private double quality(String media) {
        int fit = 0;
        double quality = 0;
        for (Range range : ranges) {
            int here = range.fits(media);
            if (here > fit) {
                fit = here;
                quality = range.quality();
            }
        }
        return quality;
    }
}
