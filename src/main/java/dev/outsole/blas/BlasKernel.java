package dev.outsole.blas;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of its kernels OpenBLAS takes. Version 0.3.19, the newest that comes with ND4J, takes AMD processors that it doesn't know for older
 * ones: those with AVX-512 for ones without (products take up to 1.4 times as long), and those of 2024 for ones of 2007 (2.2 times). It
 * listens to an environment variable alone, when it loads; so that is set, on every machine by its own processor.
 */
final class BlasKernel {
    /** Java's own, for a service without Spark has no other. */
    private static final System.Logger LOG = System.getLogger(BlasKernel.class.getName());

    private static final String VARIABLE = "OPENBLAS_CORETYPE";
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final List<String> AVX512 = List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");
    private static final List<String> AVX2 = List.of("avx2", "fma");

    private BlasKernel() {}

    /** Chooses, unless the user has; to be called before OpenBLAS loads. */
    static void choose() {
        if (System.getenv(VARIABLE) == null && Files.isReadable(PROCESSORS)) {
            try {
                forProcessor(Files.readAllLines(PROCESSORS)).ifPresent(BlasKernel::set);
            } catch (IOException | LinkageError e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "OpenBLAS can''t be told of this processor, and may be slow; set {0} in the environment instead: {1}",
                        VARIABLE,
                        e);
            }
        }
    }

    /**
     * The kernels that OpenBLAS must be told to take; absent if it knows by itself.
     *
     * @param facts lines of Linux's {@code /proc/cpuinfo}
     */
    static Optional<String> forProcessor(List<String> facts) {
        // Some kernels leave two spaces between flags, or name one twice.
        Set<String> flags = Set.copyOf(List.of(fact(facts, "flags").split("\\s+")));
        if (!fact(facts, "vendor_id").equals("AuthenticAMD")) {
            return Optional.empty();
        }
        if (flags.containsAll(AVX512)) {
            return Optional.of("SKYLAKEX");
        }
        return flags.containsAll(AVX2) ? Optional.of("ZEN") : Optional.empty();
    }

    private static String fact(List<String> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.matches(name + "\\s*:.*"))
                .map(fact -> fact.substring(fact.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Java reads its environment, but has no way to write it. */
    private static void set(String kernel) {
        Object[] arguments = {VARIABLE, kernel, 0};
        NativeLibrary.getProcess().getFunction("setenv").invokeInt(arguments);
    }
}
