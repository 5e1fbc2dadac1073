package moisson.app;

import java.util.Map;
import moisson.serve.form.FormAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent, and the answer to it: what the form's route carries and takes status, place, page and delivery
 * from.
 */
public record Sent(Map<String, String> fields, FormAnswer answer) {
    public Sent {
        fields = Map.copyOf(fields);
    }

    public int getStatus() {
        return answer.status();
    }

    public @Nullable String getLocation() {
        return answer.location();
    }

    public String getHtml() {
        return answer.html();
    }

    public @Nullable String getSubmission() {
        return answer.submissionJson();
    }
}
