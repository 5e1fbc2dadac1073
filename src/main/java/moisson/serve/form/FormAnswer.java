package moisson.serve.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a form that was sent.
 *
 * @param status 303 when the proposal is accepted; 422 with errors to mend, 403 when closed, 429 when too many came
 * @param location where to go next, null unless the status is 303
 * @param html the page to show, empty when the status is 303
 * @param reference number of the proposal, such as {@code 2020-P-7KD4M2}; null unless accepted
 * @param submissionJson one JSON object with the columns of the published table, without any contact; null unless accepted
 * @param contact to be kept apart; null unless accepted
 */
public record FormAnswer(
        int status,
        @Nullable String location,
        String html,
        @Nullable String reference,
        @Nullable String submissionJson,
        @Nullable Contact contact) {
    /** Whom to write to about the proposal, and the last day on which we may keep it. */
    public record Contact(String name, String email, LocalDate until) {}

    static FormAnswer page(int status, String html) {
        return new FormAnswer(status, null, html, null, null, null);
    }
}
