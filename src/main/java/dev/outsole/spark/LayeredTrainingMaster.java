package dev.outsole.spark;

import java.util.Collection;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.core.loader.DataSetLoader;
import org.deeplearning4j.core.loader.MultiDataSetLoader;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.spark.api.TrainingHook;
import org.deeplearning4j.spark.api.TrainingMaster;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.TrainingWorker;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * What DL4J-Spark asks of a training master, less all that training a network of layers on an RDD has no use for: graphs, files,
 * statistics, hooks. What is asked for and isn't there is an error, not silence.
 */
abstract class LayeredTrainingMaster implements TrainingMaster<TrainingResult, TrainingWorker<TrainingResult>> {

    /**
     * Squared error of each epoch that the last call has trained, summed over the pixels of an example and averaged over examples, each
     * seen before its step.
     */
    abstract List<Double> squaredErrors();

    private UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(getClass().getSimpleName() + " has no " + what);
    }

    @Override
    public void executeTraining(SparkComputationGraph graph, JavaRDD<DataSet> data) {
        throw unsupported("training of graphs");
    }

    @Override
    public void executeTrainingMDS(SparkComputationGraph graph, JavaRDD<MultiDataSet> data) {
        throw unsupported("training of graphs");
    }

    @Override
    public void executeTrainingPaths(
            SparkDl4jMultiLayer network,
            SparkComputationGraph graph,
            JavaRDD<String> paths,
            DataSetLoader loader,
            MultiDataSetLoader multiLoader) {
        throw unsupported("training from files");
    }

    @Override
    public TrainingWorker<TrainingResult> getWorkerInstance(SparkDl4jMultiLayer network) {
        throw unsupported("worker of DL4J's kind: one would make a whole network of its own in every task");
    }

    @Override
    public TrainingWorker<TrainingResult> getWorkerInstance(SparkComputationGraph graph) {
        throw unsupported("training of graphs");
    }

    @Override
    public void addHook(TrainingHook hook) {
        throw unsupported("hooks");
    }

    @Override
    public void removeHook(TrainingHook hook) {
        throw unsupported("hooks");
    }

    @Override
    public void setListeners(Collection<TrainingListener> listeners) {
        throw unsupported("DL4J listeners");
    }

    @Override
    public void setListeners(StatsStorageRouter router, Collection<TrainingListener> listeners) {
        throw unsupported("DL4J listeners");
    }

    @Override
    public void setCollectTrainingStats(boolean collect) {
        if (collect) {
            throw unsupported("statistics");
        }
    }

    @Override
    public boolean getIsCollectTrainingStats() {
        return false;
    }

    @Override
    public SparkTrainingStats getTrainingStats() {
        throw unsupported("statistics");
    }

    @Override
    public String toJson() {
        throw unsupported("form in JSON");
    }

    @Override
    public String toYaml() {
        throw unsupported("form in YAML");
    }

    /** There are none. */
    @Override
    public boolean deleteTempFiles(JavaSparkContext spark) {
        return true;
    }

    @Override
    public boolean deleteTempFiles(SparkContext spark) {
        return true;
    }
}
