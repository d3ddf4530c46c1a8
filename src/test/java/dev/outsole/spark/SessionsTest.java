package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import org.junit.jupiter.api.Test;

class SessionsTest {

    /** The test session's own master is no setting of the JVM, so none is set here. */
    @Test
    void aMasterIsTheLaunchersToChoose() {
        assertThatThrownBy(() -> Sessions.open("test"))
                .isInstanceOf(UserError.class)
                .hasMessage("no Spark master is set: start through submit/outsole or spark-submit");
    }
}
