package dev.outsole.autoencoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.blas.OpenBlas;
import dev.outsole.blas.Sgemm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BackendTest {

    /** DL4J brings OpenBLAS along, which chooses its kernels once and for all: in a JVM that begins with DL4J they must be ours as well. */
    @Test
    void openBlasTakesTheSameKernelsWhoeverLoadsIt() throws IOException, InterruptedException {
        assertThat(kernel(FirstDl4j.class)).isNotBlank().isEqualTo(kernel(FirstSgemm.class));
    }

    private static String kernel(Class<?> program) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("OPENBLAS_CORETYPE");
        Process process = builder.start();
        String[] lines = new String(process.getInputStream().readAllBytes(), UTF_8).split("\\R");
        assertThat(process.waitFor()).isZero();
        return lines[lines.length - 1];
    }

    /** A JVM that trains before it multiplies. */
    static final class FirstDl4j {
        public static void main(String[] arguments) {
            NetworkDefinition.initialParameters(4, AutoencoderOptions.DEFAULT);
            System.out.println(OpenBlas.kernel());
        }
    }

    /** One that does not train. */
    static final class FirstSgemm {
        public static void main(String[] arguments) {
            Sgemm.load();
            System.out.println(OpenBlas.kernel());
        }
    }
}
