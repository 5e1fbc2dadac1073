package moisson.normalize;

import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.reference.Contacts;

/**
 * People's contact details in public text. In what comes by our form they are masked. A partner's feed is public already: it
 * is kept, and its owner is told when an address looks like a person's.
 */
final class Privacy {
    private Privacy() {}

    static String safe(String text, Field field, boolean form, Findings findings) {
        if (form && Contacts.found(text)) {
            findings.note(NoticeCode.MASKED_CONTACT, field, null);
            return Contacts.masked(text);
        }
        if (!form && findings.hear(NoticeCode.PERSONAL_DATA) && Contacts.holdsPersonalEmail(text)) {
            findings.note(NoticeCode.PERSONAL_DATA, field, null);
        }
        return text;
    }
}
