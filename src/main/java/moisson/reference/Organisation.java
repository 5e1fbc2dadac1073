package moisson.reference;

import moisson.event.OrganiserType;

/** A public body as it is published: its whole name with its acronym, and its kind. */
public record Organisation(String acronym, String name, OrganiserType type) {}
