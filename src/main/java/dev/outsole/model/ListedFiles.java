package dev.outsole.model;

import dev.outsole.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The files of a model's directory, held against what its manifest lists.
 *
 * @param place of the directory, for messages
 * @param listed SHA-256 by name
 */
record ListedFiles(ModelFiles files, String place, SortedMap<String, String> listed) {
    static final String MEND = ": copy the model again from where it was trained, or train it again";

    /**
     * Checks that there are all of them, as they were written, and no other.
     *
     * @throws UserError if not; the message names the first that is amiss
     */
    void check(SortedSet<String> present) throws IOException {
        refuse(listed.keySet().stream().filter(name -> !present.contains(name)).findFirst(), " is missing");
        refuse(
                present.stream()
                        .filter(name -> !listed.containsKey(name) && !isHadoopChecksum(name))
                        .findFirst(),
                " is not a file of this model");
        for (var file : listed.entrySet()) {
            if (!checksum(files, file.getKey()).equals(file.getValue())) {
                throw changed(file.getKey(), place);
            }
        }
    }

    /** Hadoop puts {@code .name.crc} beside a file that it copies to a local disk. */
    private boolean isHadoopChecksum(String name) {
        int start = name.lastIndexOf('/') + 1;
        if (!name.startsWith(".", start) || !name.endsWith(".crc")) {
            return false;
        }
        String file = name.substring(0, start) + name.substring(start + 1, name.length() - ".crc".length());
        return listed.containsKey(file) || file.equals(ManifestFile.NAME) || file.equals(ManifestFile.CHECKSUM);
    }

    private void refuse(Optional<String> name, String finding) {
        name.ifPresent(found -> {
            throw new UserError("the model in " + place + ": " + found + finding + MEND);
        });
    }

    static UserError changed(String name, String place) {
        return new UserError("the model in " + place + ": " + name
                + " has changed since it was written (its SHA-256 is another)" + MEND);
    }

    /** SHA-256 of a file, in hexadecimal. */
    static String checksum(ModelFiles files, String name) throws IOException {
        try (InputStream in = files.open(name)) {
            return Sha256.of(in);
        }
    }
}
