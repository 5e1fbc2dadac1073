package moisson.store;

import org.jdbi.v3.core.Handle;

/** The tables, inside one transaction. */
public final class Tables {
    private final Handle handle;

    Tables(Handle handle) {
        this.handle = handle;
    }

    public RunTable runs() {
        return new RunTable(handle);
    }

    public PlanTable plans() {
        return new PlanTable(handle);
    }

    public DeliveryTable deliveries() {
        return new DeliveryTable(handle);
    }

    public RecordTable records() {
        return new RecordTable(handle);
    }

    public ClusterTable clusters() {
        return new ClusterTable(handle);
    }

    public VerdictLedger verdicts() {
        return new VerdictLedger(handle);
    }

    public MatchingTable matching() {
        return new MatchingTable(handle);
    }

    public WordTable words() {
        return new WordTable(handle);
    }

    public PublicationTable publications() {
        return new PublicationTable(handle);
    }

    public ContactTable contacts() {
        return new ContactTable(handle);
    }

    public PortalTable portals() {
        return new PortalTable(handle);
    }
}
