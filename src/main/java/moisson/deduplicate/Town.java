package moisson.deduplicate;

/**
 * The name of a commune, reduced to what is compared.
 *
 * @param name folded, without the number of a borough, "St" written out; empty when unknown
 * @param words those that tell something
 * @param hash of the name, 0 when unknown
 */
@SuppressWarnings("ArrayRecordComponent") // a primitive array for speed; never compared as a whole, never changed
record Town(String name, int[] words, int hash) {
    static Town of(Phrase commune) {
        String name = name(commune);
        return new Town(name, commune.ids(), name.isEmpty() ? 0 : Hashing.hash(name));
    }

    private static String name(Phrase commune) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < commune.size(); i++) {
            String word = commune.text().substring(commune.start(i), commune.end(i));
            if (!Character.isDigit(word.charAt(0)) && !"cedex".equals(word) && !"arrondissement".equals(word)) {
                String whole = "st".equals(word) ? "saint" : "ste".equals(word) ? "sainte" : word;
                name.append(name.isEmpty() ? "" : " ").append(whole);
            }
        }
        return name.toString();
    }
}
