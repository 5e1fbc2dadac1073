package moisson.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom it is and on what terms. {@code free} is null when nobody said. */
public record Access(
        List<Audience> audiences,
        List<String> themes,
        @Nullable Boolean free,
        @Nullable String price,
        List<String> accessibility) {
    public Access {
        audiences = List.copyOf(audiences);
        themes = List.copyOf(themes);
        accessibility = List.copyOf(accessibility);
    }
}
