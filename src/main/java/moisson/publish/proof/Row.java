package moisson.publish.proof;

import java.util.Map;

/**
 * What one file says of one event: texts by the names of the columns, made alike whatever the format. Unknown is empty,
 * a number has no useless zero, the items of a list are joined as in CSV.
 */
record Row(String id, Map<String, String> values) {
    String get(String column) {
        return values.getOrDefault(column, "");
    }
}
