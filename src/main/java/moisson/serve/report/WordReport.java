package moisson.serve.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import moisson.event.Plural;
import moisson.publish.format.WordFile;

/** The words that no table knows, for people, programs and spreadsheets. */
public final class WordReport {
    private WordReport() {}

    /** Each word with the line to add; nothing when all was understood. */
    public static String text(UnknownWords words, int most) {
        StringBuilder text = new StringBuilder();
        for (UnknownWords.Word word : words.words().stream().limit(most).toList()) {
            text.append("  %s\u202f: «\u202f%s\u202f», %d fois (%s)%n"
                    .formatted(word.field(), word.word(), word.times(), sources(word)));
            text.append("      %s\u202f: %s…%n".formatted(word.table(), word.line()));
        }
        if (words.distinct() > most) {
            text.append("  … et %s%n".formatted(Plural.of(words.distinct() - most, "autre")));
        }
        return text.toString();
    }

    /** Of some sources, with how often each says it. */
    public static String sources(UnknownWords.Word word) {
        return word.sources().entrySet().stream()
                .map(source -> source.getKey() + " " + source.getValue())
                .collect(Collectors.joining(", "));
    }

    public static ObjectNode json(UnknownWords words) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("mots_differents", words.distinct());
        ArrayNode all = root.putArray("mots");
        for (UnknownWords.Word word : words.words()) {
            ObjectNode node = all.addObject();
            node.put("champ", word.field());
            node.put("mot", word.word());
            node.put("fois", word.times());
            ObjectNode sources = node.putObject("sources");
            word.sources().forEach(sources::put);
            node.put("tableau", word.table());
            node.put("entete", word.header());
            node.put("ligne", word.line());
            node.put("valeurs", word.values());
        }
        return root;
    }

    public static String csv(UnknownWords words) {
        StringWriter text = new StringWriter();
        try (WordFile file = new WordFile(text)) {
            for (UnknownWords.Word word : words.words()) {
                file.add(
                        word.field(),
                        word.word(),
                        word.times(),
                        sources(word),
                        word.table(),
                        word.header(),
                        word.line(),
                        word.values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory does not fail", e);
        }
        return text.toString();
    }
}
