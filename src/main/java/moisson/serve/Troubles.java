package moisson.serve;

import moisson.serve.http.Door;
import moisson.serve.http.Reply;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import moisson.serve.view.StatusPage;
import moisson.serve.view.Words;

/** The pages that say that something cannot be answered, and what to do. */
final class Troubles {
    private final Site site;

    Troubles(Site site) {
        this.site = site;
    }

    Reply page(Door.Trouble trouble) {
        int status = trouble.status();
        Words words = Words.in(trouble.ask().english());
        String kind = switch (status) {
            case 403, 404, 405, 410, 503 -> Integer.toString(status);
            default -> status >= 500 ? "500" : "400";
        };
        Frame frame =
                new Frame(site.assets(), words.english(), trouble.ask().path(), words.say("trouble." + kind), false);
        String sentence = switch (kind) {
            case "500" -> words.say("trouble.500.text", trouble.sentence());
            case "405" -> words.say("trouble.405.text", trouble.sentence());
            case "404" -> trouble.sentence().isEmpty() ? words.say("trouble.404.text") : trouble.sentence();
            default -> trouble.sentence();
        };
        Reply reply = Reply.passing(status, site.pages().render("trouble", frame, new StatusPage(status, sentence)));
        return status == 503 ? reply.with("Retry-After", "30") : reply;
    }
}
