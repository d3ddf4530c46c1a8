package dev.outsole.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasKernelTest {

    /** By what OpenBLAS 0.3.19 has kernels for; Intel's processors it knows. */
    @ParameterizedTest
    @CsvSource({
        "AuthenticAMD, fpu avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl, SKYLAKEX", // EPYC of 2022 and later
        "AuthenticAMD, fpu avx2 fma avx512f, ZEN",
        "AuthenticAMD, fpu  avx2 fpu  fma, ZEN", // as some kernels write it
        "AuthenticAMD, fpu avx2 fma, ZEN", // the same where AVX-512 is hidden
        "AuthenticAMD, fpu sse4a, ''", // before 2011
        "GenuineIntel, fpu avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl, ''",
        "'', fpu, ''"
    })
    void amdProcessorsAreTold(String vendor, String flags, String kernel) {
        List<String> facts = List.of(
                "processor\t: 0",
                "vendor_id\t: " + vendor,
                "model name\t: flags",
                "flags\t\t: " + flags,
                "vmx flags\t: x");

        assertThat(BlasKernel.forProcessor(facts).orElse("")).isEqualTo(kernel);
    }

    @Test
    void factsThatAreMissingAreNone() {
        assertThat(BlasKernel.forProcessor(List.of())).isEmpty();
    }

    /** What OpenBLAS itself says that it has taken: the user's choice, or else ours, or else its own. */
    @Test
    void openBlasListens() throws IOException {
        List<String> facts = Files.readAllLines(Path.of("/proc/cpuinfo"));
        Sgemm.load();
        String taken = OpenBlas.kernel();

        String told = Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE"))
                .or(() -> BlasKernel.forProcessor(facts))
                .orElse(taken);
        assertThat(taken).isEqualToIgnoringCase(told);
    }
}
