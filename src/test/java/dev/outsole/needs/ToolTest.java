package dev.outsole.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
    @TempDir
    private Path folder;

    @Test
    void aLineHasThreeColumnsOfWhichTheLastMayHoldPipes() throws IOException {
        Path list = Files.writeString(folder.resolve("needs.txt"), "# comment\n\n a | does b  | x | grep -q y\n");

        assertThat(Tool.read(list)).containsExactly(new Tool("a", "does b", "x | grep -q y"));
    }

    @Test
    void aLineThatLacksSomethingIsAnError() throws IOException {
        for (String line : List.of("a | b", "a | | c", "| b | c")) {
            Path list = Files.writeString(folder.resolve("needs.txt"), line);

            assertThatThrownBy(() -> Tool.read(list)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theBuildsListHasNoNameTwice() {
        assertThat(Tool.read(Tool.LIST))
                .extracting(Tool::name)
                .doesNotHaveDuplicates()
                .contains("chromium");
    }
}
