package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.image.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What detectors say before a fit, with the memory that a cluster has unless told otherwise: heaps of 2 and 1 GiB. */
class ForeseenFitTest {
    private static final long GIBI = 1L << 30;
    private static final SparkMemory CLUSTER = new SparkMemory(false, 2 * GIBI, GIBI);

    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void theReferenceExperimentFits(Detector detector) {
        assertThatCode(() -> foresee(detector, 6000, 28, CLUSTER)).doesNotThrowAnyException();
    }

    /** 16,384² doubles are 2 GiB; 270,000 images of 784 floats 0.8 GiB. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gaussian            | 6000   | 128 | covariance of 16384 features takes 8.0 GiB of an executor's heap, which has 1.0 GiB | --executor-memory 9g
            gaussian            | 6000   | 142 | 20164 features                                                                      | make the images smaller
            pixels              | 270000 | 28  | 270000 training rows, more than outsole.svm.max-rows = 20000                             | --svm-sample N
            autoencoder         | 270000 | 28  | 270000 training rows, more than outsole.svm.max-rows = 20000                             | --svm-sample N
            pixels              | 19000  | 128 | 19000 training rows of 16384 features takes 3.5 GiB of the driver's heap                 | --driver-memory 4g
            neighbours          | 270000 | 28  | takes 2.4 GiB of the driver's heap, which has 2.0 GiB                               | --driver-memory 3g
            """)
    void whatDoesNotFitIsToldWithItsMend(String key, long rows, int side, String need, String mend) {
        assertThatThrownBy(() -> foresee(Detectors.of(key), rows, side, CLUSTER))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(need, mend);
    }

    /** The network brings images of any size down to two numbers; more memory makes room. */
    @Test
    void whatFitsIsNotRefused() {
        SparkMemory large = new SparkMemory(true, 64 * GIBI, 64 * GIBI);

        assertThatCode(() -> foresee(Detectors.of("autoencoder"), 20_000, 128, CLUSTER))
                .doesNotThrowAnyException();
        assertThatCode(() -> foresee(Detectors.of("gaussian"), 6000, 100, large))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> foresee(Detectors.of("gaussian"), 6000, 128, large))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Spark has none of more than 2 GiB");
    }

    @Test
    void theMemoryOfASessionIsKnown() {
        SparkMemory here = SparkMemory.of(TestSession.spark().sparkContext());

        assertThat(here.isLocal()).isTrue();
        assertThat(here.driver()).isEqualTo(Runtime.getRuntime().maxMemory()).isEqualTo(here.executor());
    }

    private static void foresee(Detector detector, long rows, int side, SparkMemory memory) {
        DetectorOptions options = DetectorOptions.of(new ImageShape(side, side));
        new FitOutlook(detector.key(), rows, Detector.PIXELS, side * side, memory).ask(detector.pipeline(options));
    }
}
