package moisson.normalize.time;

import java.util.List;
import moisson.normalize.time.Reading.Doubt;
import org.jspecify.annotations.Nullable;

/** Reads when, as French people write it. Never guesses: what it does not understand it says it does not. */
public final class DateText {
    /** Longer texts tell other things than when. */
    private static final int LONGEST = 1000;

    private static final int MOST_TOKENS = 300;

    private DateText() {}

    /**
     * The sessions of a text, or why there are none.
     *
     * @param clue for years that are not written; without one, a day without a year is not understood
     */
    public static Reading read(String text, @Nullable Clue clue) {
        if (text.length() > LONGEST) {
            return Reading.not(Doubt.UNREADABLE);
        }
        List<Token> tokens = Tokenizer.tokens(text);
        return tokens.size() > MOST_TOKENS ? Reading.not(Doubt.UNREADABLE) : Phrases.read(Atoms.of(tokens), clue);
    }
}
