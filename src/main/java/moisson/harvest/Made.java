package moisson.harvest;

import java.util.List;
import java.util.Optional;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.store.Kept;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record.
 *
 * @param event empty when it tells of none
 * @param kept the same as it is written; null when it tells of none
 * @param remarks what there is to say of it
 */
record Made(Optional<Event> event, @Nullable Kept kept, List<Notice> remarks) {}
