package dev.outsole.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.outsole.UserError;
import dev.outsole.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a model's manifest, and holds a model's directory against it. Whether the manifest itself is as it was written says a file beside
 * it, in the format of {@code sha256sum}.
 */
public final class ManifestFile {
    public static final String NAME = "manifest.json";
    static final String CHECKSUM = NAME + ".sha256";

    private ManifestFile() {}

    /** Completes a directory that holds all else of the model. */
    public static void write(ModelFiles files, ModelManifest manifest) throws IOException {
        SortedMap<String, String> checksums = new TreeMap<>();
        for (String name : files.names()) {
            checksums.put(name, ListedFiles.checksum(files, name));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Json.write(content, manifest.withFiles(checksums));
        try (OutputStream out = files.create(CHECKSUM)) {
            out.write((Sha256.of(new ByteArrayInputStream(content.toByteArray())) + "  " + NAME + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = files.create(NAME)) {
            content.writeTo(out);
        }
    }

    /**
     * Reads the manifest, and checks that the directory holds all files that it lists, as they were written, and no other.
     *
     * @param place of the directory, for messages
     * @throws UserError if anything is amiss; the message names the first such file
     */
    public static ModelManifest check(ModelFiles files, String place) {
        try {
            SortedSet<String> present = names(files);
            if (!present.remove(NAME)) {
                throw new UserError(place + " has no " + NAME
                        + ", so it is no model: name the directory of one, such as RUN/models/autoencoder"
                        + " (older versions wrote none; train such a model again)");
            }
            ModelManifest manifest = read(files, place);
            present.remove(CHECKSUM);
            new ListedFiles(files, place, manifest.files()).check(present);
            return manifest;
        } catch (IOException e) {
            throw new UserError("can't read the model in " + place + " (" + e.getMessage() + ")" + ListedFiles.MEND, e);
        }
    }

    private static SortedSet<String> names(ModelFiles files) throws IOException {
        try {
            return files.names();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return new TreeSet<>();
        }
    }

    private static ModelManifest read(ModelFiles files, String place) throws IOException {
        byte[] content;
        try (InputStream in = files.open(NAME)) {
            content = in.readAllBytes();
        }
        requireFormat(content, place);
        String expected;
        try (InputStream in = files.open(CHECKSUM)) {
            expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!expected.startsWith(Sha256.of(new ByteArrayInputStream(content)) + " ")) {
            throw ListedFiles.changed(NAME, place);
        }
        ModelManifest manifest = Json.read(new ByteArrayInputStream(content), ModelManifest.class);
        if (!manifest.scaling().equals(ModelManifest.SCALING)) {
            throw new UserError("the model in " + place + " scales pixels by " + manifest.scaling()
                    + ", this version by " + ModelManifest.SCALING + " only: use a newer version of Outsole");
        }
        return manifest;
    }

    /** The part of the manifest that every version can read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Format(int formatVersion) {}

    private static void requireFormat(byte[] content, String place) throws IOException {
        int format;
        try {
            format = Json.read(new ByteArrayInputStream(content), Format.class).formatVersion();
        } catch (IOException e) {
            throw new UserError(place + ": " + NAME + " is damaged" + ListedFiles.MEND, e);
        }
        if (format < 1 || format > ModelManifest.FORMAT_VERSION) {
            throw new UserError("the model in " + place + " has format " + format + ", this version reads 1 to "
                    + ModelManifest.FORMAT_VERSION + ": use a newer version of Outsole, or train the model again");
        }
    }
}
