package moisson.normalize;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.event.Field;
import moisson.event.Hosts;
import moisson.event.NoticeCode;
import moisson.event.OrganiserType;
import moisson.event.SourceRecord;
import moisson.reference.Contacts;
import moisson.reference.Organisation;
import moisson.reference.Reference;

/** Who organises: names parted, acronyms resolved, the kind of the first body that tells it. */
final class Bodies {
    private static final int LONGEST = 200;
    private static final int MOST = 50;

    private final Reference reference;
    private final Findings findings;
    private final Texts texts;

    Bodies(Reference reference, Findings findings, Texts texts) {
        this.reference = reference;
        this.findings = findings;
        this.texts = texts;
    }

    Hosts hosts(SourceRecord record) {
        Set<String> names = new LinkedHashSet<>();
        for (String cell : record.all(Field.ORGANISER)) {
            String text = texts.paragraphs(cell, Field.ORGANISER, LONGEST * MOST);
            add(text == null ? "" : text, names);
        }
        List<String> organisers = List.copyOf(names);
        return new Hosts(organisers, type(record, organisers));
    }

    private void add(String text, Set<String> names) {
        int start = 0;
        for (int i = 0; i <= text.length() && names.size() < MOST; i++) {
            if (i == text.length() || parts(text.charAt(i))) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    named(part).ifPresent(names::add);
                }
                start = i + 1;
            }
        }
    }

    private static boolean parts(char c) {
        return c == '|' || c == ';' || c == '\n';
    }

    private Optional<String> named(String raw) {
        boolean suspected = Contacts.suspected(raw);
        if (suspected && Contacts.holdsEmail(raw)) {
            findings.note(NoticeCode.PERSONAL_DATA, Field.ORGANISER, null);
            return Optional.empty();
        }
        if (raw.length() > LONGEST) {
            findings.note(NoticeCode.TRUNCATED_TEXT, Field.ORGANISER, null);
        }
        String name = Texts.shortened(raw, LONGEST);
        if (suspected && Contacts.found(name)) {
            findings.note(NoticeCode.MASKED_CONTACT, Field.ORGANISER, null);
            name = Contacts.masked(name);
        }
        Optional<Organisation> known = reference.organisations().find(name);
        if (known.isPresent() && !known.get().name().equals(name)) {
            findings.note(NoticeCode.RESOLVED_ORGANISER, Field.ORGANISER, name);
        }
        return Optional.of(known.map(Organisation::name).orElse(name));
    }

    private OrganiserType type(SourceRecord record, List<String> organisers) {
        Optional<String> told = record.first(Field.ORGANISER_TYPE);
        Optional<OrganiserType> type = told.flatMap(reference.terms().organiserTypes()::find);
        if (told.isPresent() && type.isEmpty()) {
            findings.note(NoticeCode.UNKNOWN_WORD, Field.ORGANISER_TYPE, told.get());
        }
        for (int i = 0; type.isEmpty() && i < organisers.size(); i++) {
            type = reference.organisations().findType(organisers.get(i));
        }
        return type.orElse(OrganiserType.OTHER);
    }
}
