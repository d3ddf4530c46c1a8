package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateAverageTest {

    @Test
    void weighsByExamplesSeen() {
        // (30 · 1 + 10 · 5) / 40 = 2, (30 · −2 + 10 · 2) / 40 = −1; moments: (30 · 8 + 10 · 0) / 40 = 6
        TrainingState mean = StateAverage.of(List.of(
                part(new float[] {1, -2}, new float[] {8, 0, 8, 4}, 7, 30),
                part(new float[] {5, 2}, new float[] {0, 4, 8, 0}, 6, 10)));

        assertThat(mean.parameters()).containsExactly(2, -1);
        assertThat(mean.updaterState()).containsExactly(6, 1, 8, 3);
    }

    @Test
    void goesOnFromTheWorkerThatTookMostSteps() {
        TrainingState mean = StateAverage.of(List.of(
                part(new float[] {1}, new float[] {0, 0}, 6, 10), part(new float[] {1}, new float[] {0, 0}, 7, 30)));

        assertThat(mean.iteration()).isEqualTo(7);
    }

    @Test
    void ofOneWorkerIsThatWorkerBitForBit() {
        float[] odd = {0.1f, 1e-30f, -3.3333333f};
        float[] moments = {1e-12f, 0.7f, 1 / 3f, 5e-39f, 2, 3};

        TrainingState mean = StateAverage.of(List.of(part(odd, moments, 9, 5984)));

        assertThat(mean.parameters()).containsExactly(odd);
        assertThat(mean.updaterState()).containsExactly(moments);
    }

    @Test
    void leavesOutAWorkerWithoutExamples() {
        TrainingState mean = StateAverage.of(List.of(
                part(new float[] {9}, new float[] {9, 9}, 0, 0), part(new float[] {1}, new float[] {2, 3}, 1, 4)));

        assertThat(mean.parameters()).containsExactly(1);
        assertThat(mean.updaterState()).containsExactly(2, 3);
    }

    @Test
    void ofNothingIsAnError() {
        assertThatThrownBy(() -> StateAverage.of(List.of(part(new float[] {9}, new float[] {9, 9}, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no worker has seen an example");
    }

    private static WorkerTraining.Result part(float[] parameters, float[] moments, int iteration, int examples) {
        return new WorkerTraining.Result(new TrainingState(parameters, moments, iteration), examples, 0);
    }
}
