package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * By what a system knows a file and its last change. Who changes a file can set when that was, but not when he did so
 * ({@code changed}).
 *
 * @param file device and number of the file, whatever its names are
 * @param written when its bytes were last changed, as the system was told
 * @param changed when anything of it was last changed: bytes, names, rights
 */
record Mark(String file, long size, FileTime written, FileTime changed) {
    /** Nothing where a system does not tell all of it. */
    static Optional<Mark> of(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        Map<String, Object> told =
                Files.readAttributes(path, "unix:dev,ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
        return Optional.of(new Mark(
                told.get("dev") + ":" + told.get("ino"),
                (Long) Objects.requireNonNull(told.get("size")),
                (FileTime) Objects.requireNonNull(told.get("lastModifiedTime")),
                (FileTime) Objects.requireNonNull(told.get("ctime"))));
    }

    /** As after another name for it, which changes nothing that it holds. */
    boolean sameBytes(Mark other) {
        return file.equals(other.file) && size == other.size && written.equals(other.written);
    }
}
