package dev.sayonce.backup;

import java.util.List;
import java.util.Optional;

/**
 * Something that Redis keeps, as a line of an archive: a key, some entries of a stream, or a
 * thread's place in an index.
 *
 * @param type Redis's word for it; {@code member} for a place in an index
 * @param until when it expires, in milliseconds since 1970
 * @param value a text; a list's or set's elements; a hash's fields and values or a sorted set's
 *     members and scores by turns; of a stream the entry's id, its fields and values; of a place
 *     the thread and its score
 */
record Piece(String key, String type, Optional<Long> until, List<String> value) {}
