package dev.outsole.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedSet;

/** A model's directory, wherever it is. Names are paths from the directory, with slashes. */
public interface ModelFiles {

    /** All files in it and in the folders below. */
    SortedSet<String> names() throws IOException;

    /** Reads a file. */
    InputStream open(String name) throws IOException;

    /** Writes a new file. */
    OutputStream create(String name) throws IOException;
}
