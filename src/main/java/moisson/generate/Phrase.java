package moisson.generate;

/** The same words in both languages. */
record Phrase(String french, String english) {
    /** Words that are left in French whatever the language. */
    static Phrase french(String words) {
        return new Phrase(words, words);
    }

    String in(boolean inEnglish) {
        return inEnglish ? english : french;
    }
}
