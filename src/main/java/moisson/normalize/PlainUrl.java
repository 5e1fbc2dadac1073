package moisson.normalize;

/** Recognizes most addresses as clean at a glance: a plain host and plain characters. The others are parsed. */
final class PlainUrl {
    private static final String SIGNS = "-._~/=&+,;:@!$'()*?";
    private static final int LONGEST_HOST = 63;

    private PlainUrl() {}

    static boolean is(String url) {
        int start = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : -1;
        int end = start < 0 ? -1 : hostEnd(url, start);
        if (end < 0) {
            return false;
        }
        for (int i = end; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!word && SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where a host of lower-case labels ends, the last one of letters alone; -1 for anything else. */
    private static int hostEnd(String url, int start) {
        int label = start;
        boolean letters = true;
        int i = start;
        for (; i < url.length() && url.charAt(i) != '/'; i++) {
            char c = url.charAt(i);
            if (c == '.') {
                if (i == label || url.charAt(i - 1) == '-') {
                    return -1;
                }
                label = i + 1;
                letters = true;
            } else if (c == '-') {
                if (i == label || url.charAt(i - 1) == '-') { // "--" may be a name in another script
                    return -1;
                }
                letters = false;
            } else if (c >= '0' && c <= '9') {
                letters = false;
            } else if (c < 'a' || c > 'z') {
                return -1;
            }
        }
        return label > start && letters && i - label >= 2 && i - start <= LONGEST_HOST ? i : -1;
    }
}
