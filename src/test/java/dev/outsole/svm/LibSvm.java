package dev.outsole.svm;

import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** The same SVM fitted by libsvm 3.35, the reference. */
record LibSvm(svm_model model) {

    static {
        svm.svm_set_print_string_function(text -> {});
    }

    static LibSvm fit(float[][] rows, double nu, double gamma, double tolerance) {
        svm_problem problem = new svm_problem();
        problem.l = rows.length;
        problem.y = new double[rows.length];
        problem.x = new svm_node[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            problem.x[i] = nodes(rows[i]);
        }
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.ONE_CLASS;
        parameters.kernel_type = svm_parameter.RBF;
        parameters.nu = nu;
        parameters.gamma = gamma;
        parameters.eps = tolerance;
        parameters.cache_size = 200;
        parameters.shrinking = 1;
        return new LibSvm(svm.svm_train(problem, parameters));
    }

    /** Without the zeros, of which most images are full: libsvm is at its fastest then. */
    private static svm_node[] nodes(float[] row) {
        return IntStream.range(0, row.length)
                .filter(j -> row[j] != 0)
                .mapToObj(j -> node(j + 1, row[j]))
                .toArray(svm_node[]::new);
    }

    private static svm_node node(int index, double value) {
        svm_node node = new svm_node();
        node.index = index;
        node.value = value;
        return node;
    }

    double rho() {
        return model.rho[0];
    }

    double value(float[] row) {
        double[] value = new double[1];
        svm.svm_predict_values(model, nodes(row), value);
        return value[0];
    }
}
