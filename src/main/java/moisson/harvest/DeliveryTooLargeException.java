package moisson.harvest;

import java.io.IOException;

/** More bytes came than a delivery may have. */
final class DeliveryTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    DeliveryTooLargeException(long mostBytes) {
        super("La livraison dépasse la taille permise (" + mostBytes + " octets).");
    }
}
