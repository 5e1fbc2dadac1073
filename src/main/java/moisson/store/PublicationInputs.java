package moisson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import moisson.event.Sha256;
import org.jdbi.v3.core.Handle;

/** One sum over everything here that a version is made of, found without reading the events themselves. */
final class PublicationInputs {
    /** A record's hash is the SHA-256 of its event; what versions themselves wrote down is left out. */
    private static final List<String> QUERIES =
            List.of("""
            select sequence, source, record_key, hash, changed_on, last_run from record
            where removed_at is null order by sequence""", """
            select record, cluster, rank_in_cluster from cluster_member
            where rank_in_cluster is not null order by record""", """
            select left_record, right_record, score, decision, reasons from match_found
            order by left_record, right_record""", "select id, target from redirect order by id", """
            select id, source, started_at, ended_at from run
            where id in (select distinct last_run from record where removed_at is null) order by id""");

    private static final byte[] NEXT_VALUE = {0x1f};
    private static final byte[] NEXT_QUERY = {0x1e};

    private final Handle handle;

    PublicationInputs(Handle handle) {
        this.handle = handle;
    }

    String sum() {
        MessageDigest digest = Sha256.digest();
        for (String query : QUERIES) {
            handle.createQuery(query).map((row, context) -> add(row, digest)).forEach(values -> {});
            digest.update(NEXT_QUERY);
        }
        return Sha256.hex(digest.digest());
    }

    private static int add(ResultSet row, MessageDigest digest) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            digest.update(String.valueOf(row.getString(column)).getBytes(UTF_8));
            digest.update(NEXT_VALUE);
        }
        return columns;
    }
}
