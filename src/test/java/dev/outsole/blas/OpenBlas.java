package dev.outsole.blas;

import com.sun.jna.NativeLibrary;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** What OpenBLAS says of itself. */
public final class OpenBlas {

    private OpenBlas() {}

    /** The kernels that it took when it was loaded; if it wasn't yet, it is now, with nothing told it. */
    public static String kernel() {
        // The library that is loaded already, not another copy of it.
        Path stub = Path.of(Loader.load(openblas_nolapack.class));
        NativeLibrary library = NativeLibrary.getInstance(
                stub.resolveSibling("libopenblas_nolapack.so.0").toString());
        return library.getFunction("openblas_get_corename").invokeString(new Object[0], false);
    }
}
