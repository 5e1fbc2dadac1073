package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.ColumnNames.Meaning;

/** Objects whose names are those of a table: what they mean stands in {@link ColumnNames}. For one delivery. */
final class FlatItems {
    private final Set<String> groups;
    private final Mapping mapping;
    private final Set<String> told = new HashSet<>();

    /** @param groups names under which a part of the columns stands in an object of its own */
    FlatItems(Set<String> groups, Mapping mapping) {
        this.groups = Set.copyOf(groups);
        this.mapping = mapping;
    }

    private record Value(String name, Meaning meaning, JsonNode node) {}

    void give(JsonDialect.Item item, RecordSink sink) {
        Optional<String> excess = Json.excess(item.tree());
        if (!item.tree().isObject() || excess.isPresent()) {
            new RecordDraft(item.number(), item.place(), null)
                    .refuse(sink, excess.orElseGet(() -> Characters.cut(Json.text(item.tree()), 200)));
            return;
        }
        List<Value> values = values(item, sink);
        String key = values.stream()
                .filter(value -> value.meaning().key() && value.node().isValueNode())
                .map(value -> Json.text(value.node()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
        var draft = new RecordDraft(item.number(), item.place(), key);
        values.forEach(value -> put(draft, value));
        draft.give(sink, item.tree().toString());
    }

    /** Those that mean something, the best name of each field first. */
    private List<Value> values(JsonDialect.Item item, RecordSink sink) {
        List<Value> values = new ArrayList<>();
        item.tree().propertyStream().forEach(entry -> {
            if (groups.contains(entry.getKey()) && entry.getValue().isObject()) {
                entry.getValue()
                        .propertyStream()
                        .limit(Limits.FIELDS)
                        .forEach(inner -> add(values, inner.getKey(), inner.getValue(), item, sink));
            } else {
                add(values, entry.getKey(), entry.getValue(), item, sink);
            }
        });
        values.sort(Comparator.comparingInt(value -> value.meaning().rank()));
        return values;
    }

    private void add(List<Value> values, String name, JsonNode node, JsonDialect.Item item, RecordSink sink) {
        mapping.meaning(name)
                .ifPresentOrElse(meaning -> values.add(new Value(name, meaning, node)), () -> remark(name, item, sink));
    }

    private void remark(String name, JsonDialect.Item item, RecordSink sink) {
        if (told.size() < Limits.NOTICES && told.add(name)) {
            sink.remark(new Notice(NoticeCode.UNKNOWN_COLUMN, item.place(), null, Characters.sound(name), null));
        }
    }

    private static void put(RecordDraft draft, Value value) {
        Field field = value.meaning().field();
        if (field == null) {
            return;
        }
        for (JsonNode each : value.node().isArray() ? value.node() : List.of(value.node())) {
            if (field == Field.SESSION && each.has("debut")) {
                draft.put(field, Json.text(each.path("debut")) + "/" + Json.text(each.path("fin")));
            } else if (each.isTextual() && value.node().isArray() && field != Field.SESSION) {
                // Already one of a list: a bar in it is part of it.
                draft.put(field, each.textValue().strip());
            } else if (each.isValueNode()) {
                Cells.put(draft, field, Json.text(each));
            } else {
                draft.notice(NoticeCode.UNREADABLE_VALUE, value.name(), Characters.cut(each.toString(), 300));
            }
        }
    }
}
