package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class DecisionFunctionTest {
    private final DecisionFunction function =
            new DecisionFunction(0.5, 0.4, new float[][] {{0, 0}, {2, 1}}, new double[] {1, 0.25});

    /**
     * At (0, 0): squared distances 0 and 5, so 1 · e⁰ + 0.25 · e^(−2.5) − 0.4 = 1 + 0.0205212 − 0.4. At (2, 0): 4 and 1, so e⁻² +
     * 0.25 · e^(−0.5) − 0.4 = 0.1353353 + 0.1516327 − 0.4.
     */
    @Test
    void sumsKernelsOverSupportVectors() {
        assertThat(function.values(new float[][] {{0, 0}, {2, 0}}))
                .containsExactly(new double[] {0.6205212, -0.1130320}, within(1e-6));
    }

    @Test
    void fallsToMinusRhoFarFromEverySupportVector() {
        assertThat(function.values(new float[][] {{1000, 0}})).containsExactly(-0.4);
    }

    @Test
    void scoresNoRowsToNoValues() {
        assertThat(function.values(new float[0][])).isEmpty();
    }

    @Test
    void tellsWhatItIsMadeOf() {
        assertThat(function.gamma()).isEqualTo(0.5);
        assertThat(function.rho()).isEqualTo(0.4);
        assertThat(function.dimension()).isEqualTo(2);
        assertThat(function.supportVectorCount()).isEqualTo(2);
        assertThat(function.supportVector(1)).containsExactly(2, 1);
        assertThat(function.coefficient(1)).isEqualTo(0.25);
    }

    @Test
    void handsOutCopiesOfItsVectors() {
        function.supportVector(0)[0] = 99;

        assertThat(function.supportVector(0)).containsExactly(0, 0);
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThatThrownBy(() -> function.values(new float[][] {{1, 2}, {1, 2, 3}}))
                .isInstanceOf(UserError.class)
                .hasMessage("one-class SVM: a row has 3 features, but the model was fitted on 2");
    }

    @Test
    void refusesUnequalNumbersOfVectorsAndCoefficients() {
        assertThatThrownBy(() -> new DecisionFunction(1, 0, new float[][] {{0}}, new double[] {0.5, 0.5}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1 support vectors and 2 coefficients");
        assertThatThrownBy(() -> new DecisionFunction(1, 0, new float[0][], new double[0]))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("0 support vectors");
    }

    /**
     * Single precision has 24 bits: at a distance of 10,000 from the origin squares of coordinates are good to 6, differences of coordinates
     * still to 1e-3. The values must be those of the same points around the origin.
     */
    @Test
    void losesNothingFarFromTheOrigin() {
        float[][] here = {{0, 0}, {0.5f, -1}, {-2, 0.25f}};
        float[][] there = {{10_000, -10_000}, {10_000.5f, -10_001}, {9_998, -9_999.75f}};
        double[] coefficients = {1, 0.5, 0.25};

        double[] expected = new DecisionFunction(0.7, 0.1, here, coefficients).values(here);
        assertThat(new DecisionFunction(0.7, 0.1, there, coefficients).values(there))
                .containsExactly(expected, within(1e-6));
    }

    @Test
    void isConstantIfItKnowsOnePointOnly() {
        assertThat(function.isConstant()).isFalse();
        assertThat(new DecisionFunction(1, 2, new float[][] {{3, 4}, {3, 4}}, new double[] {1, 1}).isConstant())
                .isTrue();
    }

    @Test
    void survivesSerialization() throws Exception {
        function.values(new float[][] {{1, 1}});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(function);
        DecisionFunction copy =
                (DecisionFunction) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy.values(new float[][] {{1, 1}})).containsExactly(function.values(new float[][] {{1, 1}}));
    }
}
