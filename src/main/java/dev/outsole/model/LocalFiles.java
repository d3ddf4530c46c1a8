package dev.outsole.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A model's directory on the local disk. */
record LocalFiles(Path directory) implements ModelFiles {

    @Override
    public SortedSet<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            TreeSet<String> names = new TreeSet<>();
            files.filter(file -> !Files.isDirectory(file))
                    .forEach(file ->
                            names.add(directory.relativize(file).toString().replace('\\', '/')));
            return names;
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(directory.resolve(name));
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return Files.newOutputStream(directory.resolve(name), StandardOpenOption.CREATE_NEW);
    }
}
