package moisson.store;

/** The tables, inside one transaction. */
public final class Tables {
    Tables() {}

    public RunTable runs() {
        throw new UnsupportedOperationException();
    }

    public DeliveryTable deliveries() {
        throw new UnsupportedOperationException();
    }

    public RecordTable records() {
        throw new UnsupportedOperationException();
    }

    public ClusterTable clusters() {
        throw new UnsupportedOperationException();
    }

    public PublicationTable publications() {
        throw new UnsupportedOperationException();
    }

    public ContactTable contacts() {
        throw new UnsupportedOperationException();
    }
}
