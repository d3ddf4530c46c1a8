package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SharedTablesTest {
    private final SharedTables<String> tables = new SharedTables<>();
    private final AtomicInteger brought = new AtomicInteger();

    private Dataset<Row> rows(int count) {
        brought.incrementAndGet();
        return TestSession.spark().range(count).toDF("index");
    }

    private static int kept() {
        return TestSession.spark().sparkContext().getPersistentRDDs().size();
    }

    @Test
    void areBroughtOnceAndKeptUntilTheLastLetsGo() {
        int before = kept();
        SharedTables<String>.Held first = tables.hold("clog", () -> rows(13));
        SharedTables<String>.Held second = tables.hold("clog", () -> rows(13));
        assertThat(second.rows()).isSameAs(first.rows());
        assertThat(first.rows().count()).isEqualTo(13);
        assertThat(kept()).isEqualTo(before + 1);

        first.close();
        assertThat(kept()).isEqualTo(before + 1);
        second.close();

        assertThat(kept()).isEqualTo(before);
        assertThat(brought).hasValue(1);
    }

    @Test
    void areBroughtAgainAfterThat() {
        tables.hold("clog", () -> rows(14)).close();
        try (SharedTables<String>.Held again = tables.hold("clog", () -> rows(14));
                SharedTables<String>.Held other = tables.hold("mule", () -> rows(15))) {
            assertThat(again.rows().count()).isEqualTo(14);
            assertThat(other.rows().count()).isEqualTo(15);
        }
        assertThat(brought).hasValue(3);
    }

    /** The next one who asks gets them nevertheless. */
    @Test
    void thoseThatCannotBeBroughtAreNotHeld() {
        assertThatThrownBy(() -> tables.hold("clog", () -> {
                    throw new IllegalStateException("no table");
                }))
                .hasMessage("no table");
        try (SharedTables<String>.Held held = tables.hold("clog", () -> rows(16))) {
            assertThat(held.rows().count()).isEqualTo(16);
        }
    }
}
