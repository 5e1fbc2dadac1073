package moisson.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import moisson.event.Event;
import moisson.event.Moment;
import moisson.event.Plan;
import moisson.event.Reason;

/**
 * Events, reasons and plans as JSON, canonical: members in alphabetical order, unknown values left out, enums by name, so that
 * the same event is always the same text. A new component must be nullable, or come with a migration of what is stored.
 */
final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(new TextWriter())
                    .addSerializer(new MomentWriter())
                    .addDeserializer(Moment.class, new MomentReader()))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectReader EVENT = MAPPER.readerFor(Event.class);
    private static final ObjectReader REASONS = MAPPER.readerFor(new TypeReference<List<Reason>>() {});

    private static final ObjectReader PLAN = MAPPER.readerFor(Plan.class);

    private EventJson() {}

    static String of(Event event) {
        return text(event);
    }

    static String of(List<Reason> reasons) {
        return text(reasons);
    }

    static String of(Plan plan) {
        return text(plan);
    }

    static Event event(String json) {
        return read(json, EVENT::readValue);
    }

    static List<Reason> reasons(String json) {
        return read(json, REASONS::readValue);
    }

    static Plan plan(String json) {
        return read(json, PLAN::readValue);
    }

    private static <T> T read(String json, Reading<T> reading) {
        try {
            return reading.of(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is in the database cannot be read any more", e);
        }
    }

    /** What Jackson does, with its exception. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(String json) throws JsonProcessingException;
    }

    private static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }

    /** The same texts in the event as in the columns beside it. */
    private static final class TextWriter extends StdSerializer<String> {
        private static final long serialVersionUID = 1;

        TextWriter() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Columns.storable(text));
        }
    }

    /** A moment is one text, {@code 2020-11-05} or {@code 2020-11-05T09:00:00+01:00}, with all its digits. */
    private static final class MomentWriter extends StdSerializer<Moment> {
        private static final long serialVersionUID = 1;

        MomentWriter() {
            super(Moment.class);
        }

        @Override
        public void serialize(Moment moment, JsonGenerator json, SerializerProvider provider) throws IOException {
            OffsetDateTime at = moment.at();
            json.writeString(at == null ? moment.day().toString() : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
        }
    }

    private static final class MomentReader extends StdDeserializer<Moment> {
        private static final long serialVersionUID = 1;

        MomentReader() {
            super(Moment.class);
        }

        @Override
        public Moment deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            return text.indexOf('T') < 0 ? Moment.of(LocalDate.parse(text)) : Moment.of(OffsetDateTime.parse(text));
        }
    }
}
