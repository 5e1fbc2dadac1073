package moisson.app;

import java.util.List;

/** Every problem found in the settings, at once, each with its remedy. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
