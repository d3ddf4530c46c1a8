package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ClusterMemoryTest {
    private final List<String> released = new ArrayList<>();

    private static Dataset<Row> rows(int count) {
        return TestSession.spark().range(count).toDF("index");
    }

    private static int kept() {
        return TestSession.spark().sparkContext().getPersistentRDDs().size();
    }

    @Test
    void whatIsKeptIsGivenBackAtTheEnd() {
        int before = kept();
        try (ClusterMemory memory = ClusterMemory.open()) {
            assertThat(memory.cache(rows(11)).count()).isEqualTo(11);
            assertThat(kept()).isEqualTo(before + 1);
        }
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void theLastGoesFirstAndEachThreadsOwnAlone() throws InterruptedException {
        boolean done = ClusterMemory.during(() -> {
            ClusterMemory.atEnd(() -> released.add("first"));
            ClusterMemory.atEnd(() -> released.add("second"));
            Thread other = new Thread(() -> ClusterMemory.atEnd(() -> released.add("of another thread")));
            other.start();
            other.join();
            assertThat(released).isEmpty();
            return true;
        });

        assertThat(done).isTrue();
        assertThat(released).containsExactly("second", "first");
    }

    @Test
    void anInnerUnitOfWorkGivesBackItsOwn() {
        boolean outer = ClusterMemory.during(() -> {
            ClusterMemory.atEnd(() -> released.add("outer"));
            boolean inner = ClusterMemory.during(() -> {
                ClusterMemory.atEnd(() -> released.add("inner"));
                return true;
            });
            assertThat(inner).isTrue();
            assertThat(released).containsExactly("inner");
            ClusterMemory.atEnd(() -> released.add("outer again"));
            return true;
        });
        assertThat(outer).isTrue();
        assertThat(released).containsExactly("inner", "outer again", "outer");
    }

    @Test
    void aUnitThatFailsGivesBackAllTheSameAndSaysWhy() {
        IOException failure = new IOException("disk full");
        IllegalStateException also = new IllegalStateException("can't be given back");

        assertThatThrownBy(() -> ClusterMemory.during(() -> {
                    ClusterMemory.atEnd(() -> released.add("first"));
                    ClusterMemory.atEnd(() -> {
                        throw also;
                    });
                    ClusterMemory.atEnd(() -> released.add("third"));
                    throw failure;
                }))
                .isSameAs(failure)
                .hasSuppressedException(also);
        assertThat(released).containsExactly("third", "first");
    }

    @Test
    void outsideOfAnyUnitNothingIsRemembered() {
        ClusterMemory.atEnd(() -> released.add("never"));
        ClusterMemory.open().close();

        assertThat(released).isEmpty();
    }
}
