package moisson.reference;

import moisson.event.Audience;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Status;

/**
 * Every vocabulary.
 *
 * @param accessibility published words themselves: LSF, PMR, sous-titrage...
 * @param themes published words themselves
 * @param free true for words that say it is free, false for those that say it is not
 * @param titleStatuses words of a title that belong to the status: "annulé", "complet"
 * @param tests titles of test events; true for words that make a test of every title or text that begins with them
 * @param languages BCP 47 codes
 * @param acronyms words that stay in capitals when a title is calmed
 * @param onlinePlaces what people write as a place when there is none: "en ligne", "Zoom"
 */
public record Terms(
        Vocabulary<EventFormat> formats,
        Vocabulary<Mode> modes,
        Vocabulary<Status> statuses,
        Vocabulary<Audience> audiences,
        Vocabulary<OrganiserType> organiserTypes,
        Vocabulary<String> accessibility,
        Vocabulary<String> themes,
        Vocabulary<Boolean> free,
        Vocabulary<Mode> onlinePlaces,
        Vocabulary<Status> titleStatuses,
        Vocabulary<Boolean> tests,
        Vocabulary<String> languages,
        Vocabulary<String> acronyms) {}
