package moisson.serve.view;

import moisson.serve.http.Ask;
import moisson.serve.http.Reply;

/**
 * What all pages share.
 *
 * @param base address of the site without a final slash, such as {@code https://moisson.example}
 */
public record Site(Pages pages, Assets assets, String base) {
    /** The frame of a page in both languages. */
    public Frame frame(Ask ask, String titleKey, Object... values) {
        return new Frame(
                assets, ask.english(), here(ask), Words.in(ask.english()).say(titleKey, values), true);
    }

    /** The frame of a page with a title of its own. */
    public Frame titled(Ask ask, String title) {
        return new Frame(assets, ask.english(), here(ask), title, true);
    }

    /** The frame of a page that exists in French only. */
    public Frame french(String path, String title) {
        return new Frame(assets, false, path, title, false);
    }

    public Reply page(String template, Frame frame, Object model) {
        return Reply.page(pages.render(template, frame, model));
    }

    /** A page that nobody keeps, see {@link Reply#passing}. */
    public Reply passing(String template, Frame frame, Object model) {
        return Reply.passing(200, pages.render(template, frame, model));
    }

    private static String here(Ask ask) {
        return ask.query().isEmpty() ? ask.path() : ask.path() + "?" + ask.query();
    }
}
