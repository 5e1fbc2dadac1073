package moisson.store;

import org.jdbi.v3.core.Handle;

/** The tables, inside one transaction. */
public final class Tables {
    private final Handle handle;
    private final Recollection recollection;
    private final Newcomers newcomers;

    Tables(Handle handle, Recollection recollection) {
        this.handle = handle;
        this.newcomers = new Newcomers(handle);
        this.recollection = recollection;
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
        return new RecordTable(handle, newcomers);
    }

    public ClusterTable clusters() {
        return new ClusterTable(handle, newcomers);
    }

    public VerdictLedger verdicts() {
        return new VerdictLedger(handle);
    }

    public MatchingTable matching() {
        return new MatchingTable(handle, recollection, newcomers);
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
