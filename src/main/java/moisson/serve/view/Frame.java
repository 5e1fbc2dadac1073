package moisson.serve.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: its title, language, place in the site, and the words it is told in. */
public final class Frame {
    private final Assets assets;
    private final Words words;
    private final Dates dates;
    private final String path;
    private final String title;
    private final boolean bilingual;
    private final List<Crumb> crumbs;

    /** One step of the way back home; the last one has no address. */
    public record Crumb(String label, @Nullable String href) {}

    /**
     * @param path of the page without language, with its query: for the link to the other language
     * @param bilingual true when the other language exists
     */
    public Frame(Assets assets, boolean english, String path, String title, boolean bilingual) {
        this(assets, Words.in(english), path, title, bilingual, List.of());
    }

    private Frame(Assets assets, Words words, String path, String title, boolean bilingual, List<Crumb> crumbs) {
        this.assets = assets;
        this.words = words;
        this.dates = new Dates(words);
        this.path = path;
        this.title = title;
        this.bilingual = bilingual;
        this.crumbs = List.copyOf(crumbs);
    }

    /** The same frame one step deeper. */
    public Frame under(String label, String target) {
        List<Crumb> more = new ArrayList<>(crumbs);
        more.add(new Crumb(label, to(target)));
        return new Frame(assets, words, path, title, bilingual, more);
    }

    /** The address of a bilingual page in the language of this one. */
    public String to(String target) {
        if (!words.english()) {
            return target;
        }
        return target.equals("/") ? "/en/" : "/en" + target;
    }

    public String t(String key, Object... values) {
        return words.say(key, values);
    }

    public String count(long number, String key) {
        return words.count(number, key);
    }

    public Words words() {
        return words;
    }

    public Dates dates() {
        return dates;
    }

    public String lang() {
        return words.english() ? "en" : "fr";
    }

    public boolean english() {
        return words.english();
    }

    public String title() {
        return title;
    }

    public List<Crumb> crumbs() {
        return crumbs;
    }

    public boolean bilingual() {
        return bilingual;
    }

    public String french() {
        return path;
    }

    public String englishPath() {
        return path.equals("/") ? "/en/" : "/en" + path;
    }

    /** True when the navigation entry leads to where we are. */
    public boolean at(String section) {
        return path.equals(section) || path.startsWith(section + "/") || path.startsWith(section + "?");
    }

    public String style() {
        return assets.style();
    }

    public String icon() {
        return assets.icon();
    }
}
