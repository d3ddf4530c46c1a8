package dev.outsole.job;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.collection.JavaConverters;

/** Shows the tasks of one Spark job after the other as the progress of a step. */
final class TaskProgress extends SparkListener {
    private final String step;
    private final Progress progress;
    private int total;
    private int done;

    private TaskProgress(String step, Progress progress) {
        this.step = step;
        this.progress = progress;
    }

    /** Does the work, and shows how far it is. */
    static void show(SparkContext spark, String step, Progress progress, Runnable work) {
        TaskProgress listener = new TaskProgress(step, progress);
        spark.addSparkListener(listener);
        try {
            work.run();
        } finally {
            spark.removeSparkListener(listener);
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        done = 0;
        total = JavaConverters.seqAsJavaList(job.stageInfos()).stream()
                .mapToInt(stage -> stage.numTasks())
                .sum();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskInfo().successful() && done < total) {
            done++;
            progress.advance(step, done, total, "tasks");
        }
    }
}
