package dev.outsole.svm;

import java.util.ArrayList;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * Fits the one-class SVM with libsvm's solver (Chang and Lin 2011, formulation of Schölkopf et al. 2001).
 *
 * <p>This is the one place that touches libsvm's static state: where its progress goes, which is nowhere.
 */
public final class OneClassSvmTrainer {
    private static final double KERNEL_CACHE_MEBIBYTES = 400;

    static {
        svm.svm_set_print_string_function(text -> {});
    }

    private OneClassSvmTrainer() {}

    /**
     * The decision function that is at least 0 for most of the rows.
     *
     * @param rows training rows {@code [n × d]}, n ≥ 2, finite
     * @throws dev.outsole.UserError if they aren't; the message names row and column
     */
    public static DecisionFunction fit(float[][] rows, SvmOptions options) {
        TrainingRows.check(rows);
        double gamma = options.gamma().resolve(rows);
        svm_model model = svm.svm_train(problem(rows), parameters(options, gamma));
        return decisionFunction(rows, model, gamma);
    }

    private static svm_problem problem(float[][] rows) {
        svm_problem problem = new svm_problem();
        problem.l = rows.length;
        problem.y = new double[rows.length];
        problem.x = new svm_node[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            problem.x[i] = sparse(rows[i]);
        }
        return problem;
    }

    private static svm_node[] sparse(float[] row) {
        List<svm_node> nodes = new ArrayList<>();
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                svm_node node = new svm_node();
                node.index = j + 1;
                node.value = row[j];
                nodes.add(node);
            }
        }
        return nodes.toArray(svm_node[]::new);
    }

    private static svm_parameter parameters(SvmOptions options, double gamma) {
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.ONE_CLASS;
        parameters.kernel_type = svm_parameter.RBF;
        parameters.nu = options.nu();
        parameters.gamma = gamma;
        parameters.eps = options.tolerance();
        parameters.cache_size = KERNEL_CACHE_MEBIBYTES;
        parameters.shrinking = 1;
        return parameters;
    }

    private static DecisionFunction decisionFunction(float[][] rows, svm_model model, double gamma) {
        float[][] vectors = new float[model.l][];
        for (int i = 0; i < model.l; i++) {
            vectors[i] = rows[model.sv_indices[i] - 1].clone(); // libsvm counts rows from 1
        }
        return new DecisionFunction(gamma, model.rho[0], vectors, model.sv_coef[0]);
    }
}
