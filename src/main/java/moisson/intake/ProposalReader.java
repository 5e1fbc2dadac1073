package moisson.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import moisson.event.Delivery;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.RationedReader.TooLongException;

/** Reads what our own form writes: one flat object, named after the published columns. */
final class ProposalReader implements FeedReader {
    private static final String PLACE = "/";

    @Override
    public String format() {
        return "formulaire";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.open(delivery, "une proposition du formulaire (JSON)")) {
            JsonNode proposal = parse(text);
            if (!proposal.isObject()) {
                throw new UnreadableFeedException(
                        "Une proposition est un seul objet JSON\u202F; autre chose a été reçu.");
            }
            give(proposal, sink);
        }
    }

    private static JsonNode parse(FeedText text) throws IOException {
        try {
            return Json.MAPPER.readTree(new RationedReader(text.reader(), Limits.ITEM));
        } catch (JsonProcessingException | TooLongException e) {
            throw new UnreadableFeedException("La proposition n’est pas du JSON lisible.", e);
        }
    }

    private static void give(JsonNode proposal, RecordSink sink) {
        var draft = new RecordDraft(1, PLACE, Json.text(proposal.path("id")));
        proposal.propertyStream().limit(Limits.FIELDS).forEach(entry -> {
            String name = entry.getKey();
            if (ColumnNames.meaning(name).isEmpty()) {
                sink.remark(new Notice(NoticeCode.UNKNOWN_COLUMN, PLACE, null, Characters.sound(name), null));
            }
            ColumnNames.field(name).ifPresent(field -> put(draft, field, name, entry.getValue()));
        });
        Optional<String> excess = Json.excess(proposal);
        if (excess.isPresent()) {
            draft.refuse(sink, excess.get());
        } else {
            draft.give(sink, proposal.toString());
        }
    }

    private static void put(RecordDraft draft, Field field, String name, JsonNode value) {
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (each.isValueNode()) {
                draft.put(field, Json.text(each));
            } else {
                draft.notice(NoticeCode.UNREADABLE_VALUE, name, Characters.cut(each.toString(), 300));
            }
        }
    }
}
