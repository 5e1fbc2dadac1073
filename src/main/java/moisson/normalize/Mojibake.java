package moisson.normalize;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Repairs UTF-8 that was read as windows-1252: "SÃ¨vres". Only sequences that no French text holds otherwise are touched,
 * so that repairing is certain and what was right stays.
 */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** First bytes of the sequences we repair: Latin letters, œ, typographic quotes and dashes, emoji, the byte mark. */
    private static final String LEADS = "ÂÃÅâðï";

    private Mojibake() {}

    static boolean suspected(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'Â' && LEADS.indexOf(c) >= 0 && i + 1 < text.length() && text.charAt(i + 1) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String character = LEADS.indexOf(text.charAt(i)) >= 0 ? decoded(text, i) : "";
            if (character.isEmpty()) {
                repaired.append(text.charAt(i));
                i++;
            } else {
                repaired.append(character);
                i += length(text.charAt(i));
            }
        }
        return repaired.toString();
    }

    private static int length(char lead) {
        return switch (lead) {
            case 'â', 'ï' -> 3;
            case 'ð' -> 4;
            default -> 2;
        };
    }

    /** The character that these bytes spell, or nothing when they spell none. */
    private static String decoded(String text, int start) {
        int length = length(text.charAt(start));
        if (start + length > text.length()) {
            return "";
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int value = toByte(text.charAt(start + i));
            if (i > 0 && (value < 0x80 || value > 0xBF)) {
                return "";
            }
            bytes[i] = (byte) value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return "";
        }
    }

    /** The windows-1252 byte of a character, or -1. Bytes that it leaves undefined pass as control characters. */
    private static int toByte(char c) {
        if (c <= 0xFF) {
            return c;
        }
        byte[] encoded = String.valueOf(c).getBytes(WINDOWS);
        return encoded.length == 1 && encoded[0] != '?' ? encoded[0] & 0xFF : -1;
    }
}
