package moisson.deduplicate;

/** One line of a cluster's history: what happened to it, in French, for the pages that explain. */
public record Change(String cluster, String change) {}
