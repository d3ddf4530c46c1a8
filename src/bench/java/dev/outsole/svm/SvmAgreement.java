package dev.outsole.svm;

import java.util.Arrays;
import java.util.Locale;

/** How far the reference SVM is from libsvm's: ρ, relative, and the decision values of 2,000 test images, as a part of their range. */
public final class SvmAgreement {
    private static final int SCORED = 2000;

    private SvmAgreement() {}

    public static void main(String[] args) {
        float[][] training = BenchRows.PIXELS.training();
        float[][] test = Arrays.copyOf(BenchRows.PIXELS.test(), SCORED);
        DecisionFunction ours = OneClassSvmTrainer.fit(training, SvmOptions.DEFAULT);
        LibSvm reference = LibSvm.fit(training, SvmOptions.DEFAULT.nu(), ours.gamma(), SvmOptions.DEFAULT.tolerance());
        double[] expected = Arrays.stream(test).mapToDouble(reference::value).toArray();
        double[] values = ours.values(test);

        double worst = 0;
        for (int i = 0; i < SCORED; i++) {
            worst = Math.max(worst, Math.abs(values[i] - expected[i]));
        }
        double range = Arrays.stream(expected).max().orElseThrow()
                - Arrays.stream(expected).min().orElseThrow();
        System.out.printf(
                Locale.ROOT, "rho, against libsvm: %.1e relative%n", Math.abs(ours.rho() / reference.rho() - 1));
        System.out.printf(Locale.ROOT, "decision values, against libsvm: %.1e of their range%n", worst / range);
    }
}
