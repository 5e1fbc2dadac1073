package moisson.intake;

import java.io.BufferedReader;
import java.io.IOException;

/** One JSON object per line: the one shape in which a broken item does not take the next ones with it. */
record JsonLines(BufferedReader reader, OpenAgendaItems items) {
    void read() throws IOException {
        for (int line = 1; true; line++) {
            StringBuilder text = new StringBuilder();
            boolean ended = readLine(text);
            if (!text.toString().isBlank()) {
                give("ligne " + line, text.toString(), ended);
            }
            if (!ended) {
                return;
            }
        }
    }

    private void give(String place, String text, boolean ended) {
        if (text.length() > Limits.ITEM) {
            items.refuse(place, "ligne trop longue");
            return;
        }
        Json.parse(text).ifPresentOrElse(item -> items.give(place, item), () -> {
            if (ended) {
                items.refuse(place, text.strip());
            } else {
                items.begin(place);
                items.cutOff("");
            }
        });
    }

    /** Returns whether the line had an end. Keeps one character more than the limit, so that it shows. */
    private boolean readLine(StringBuilder text) throws IOException {
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                return false;
            }
            if (text.length() <= Limits.ITEM) {
                text.append((char) c);
            }
        }
        return true;
    }
}
