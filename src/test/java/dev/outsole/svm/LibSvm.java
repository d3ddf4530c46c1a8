package dev.outsole.svm;

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

    private static svm_node[] nodes(float[] row) {
        svm_node[] nodes = new svm_node[row.length];
        for (int j = 0; j < row.length; j++) {
            nodes[j] = new svm_node();
            nodes[j].index = j + 1;
            nodes[j].value = row[j];
        }
        return nodes;
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
