package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of the other scripts, which they give before they do anything. */
class ScriptHelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"submit/bench", "submit/fetch-data", "submit/verify", "src/test/bash/bare-system"})
    void fitsATerminalOfEightyColumns(String script) {
        Shell shell = new Shell(FakeProject.REAL, Map.of("PATH", System.getenv("PATH")));

        Shell.Result run = shell.run(FakeProject.REAL.resolve(script), "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("usage: " + script);
        assertThat(run.outLines()).allMatch(line -> line.length() <= 80, "at most 80 columns");
    }
}
