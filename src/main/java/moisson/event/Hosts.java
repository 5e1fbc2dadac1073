package moisson.event;

import java.util.List;

/** Who organises it: names of organisations, acronyms resolved, never of people. */
public record Hosts(List<String> organisers, OrganiserType type) {
    public Hosts {
        organisers = List.copyOf(organisers);
    }
}
