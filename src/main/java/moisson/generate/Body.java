package moisson.generate;

import java.util.List;
import java.util.stream.Collectors;

/** The description of an event: sentences, the first of which names the subject. */
record Body(Phrase first, List<Phrase> more) {
    private static final List<Phrase> FIRST = Words.phrases("debuts");
    private static final List<Phrase> MORE = Words.phrases("phrases");

    static Body of(Phrase subject, Chance chance) {
        Phrase opening = chance.of(FIRST);
        return new Body(
                new Phrase(
                        opening.french().replace("{t}", subject.french()),
                        opening.english().replace("{t}", subject.english())),
                chance.some(MORE, chance.from(1, 5)));
    }

    String text(boolean english) {
        return first.in(english)
                + more.stream().map(phrase -> " " + phrase.in(english)).collect(Collectors.joining());
    }
}
