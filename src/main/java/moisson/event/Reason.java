package moisson.event;

/** One part of the sum that joined or kept apart two events: the criterion, both values, and its weight in bits. */
public record Reason(String criterion, String left, String right, double weight) {}
