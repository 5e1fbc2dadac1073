package moisson.serve.form;

import java.time.Clock;
import java.util.List;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;

/** The pages of the form that are read; what is sent comes in by a route of its own. */
public final class FormRoutes {
    private FormRoutes() {}

    public static List<Route> of(ProposalDesk desk, Clock clock) {
        ProposalForm form = new ProposalForm(desk);
        return List.of(
                Route.get("/proposer", ask -> {
                    FormAnswer answer = form.show(clock.instant());
                    return Reply.passing(answer.status(), answer.html());
                }),
                Route.get(
                        "/proposer/recu/(\\d{4}-P-[0-9A-Z]{8})",
                        ask -> Reply.passing(200, form.thanks(ask.part(0))).with("X-Robots-Tag", "noindex")));
    }
}
