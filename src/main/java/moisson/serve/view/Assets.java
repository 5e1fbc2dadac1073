package moisson.serve.view;

/** Where the style sheet and the icon lie; the names hold a sum of the content, so browsers may keep them for ever. */
public record Assets(String style, String icon) {}
