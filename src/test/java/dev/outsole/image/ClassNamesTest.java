package dev.outsole.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNamesTest {
    private static final ClassNames SHOES = new ClassNames(List.of("T-shirt/top", "Sandal", "Ankle boot"));

    @ParameterizedTest
    @CsvSource({
        "Sandal, 1",
        "sandal, 1",
        "SANDAL, 1",
        "1, 1",
        "Ankle boot, 2",
        "ankle-boot, 2",
        "ankle_boot, 2",
        "t-shirt/top, 0",
        "t-shirt-top, 0",
        "0, 0",
    })
    void findsAClassByNameOrNumber(String text, int label) {
        assertThat(SHOES.named(text)).isEqualTo(SHOES.labelled(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clog", "3", "-1", "01", "1.0", ""})
    void anUnknownClassIsRefusedWithThoseThatThereAre(String text) {
        assertThatThrownBy(() -> SHOES.named(text))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown class '" + text + "': choose one of 0 t-shirt-top, 1 sandal, 2 ankle-boot");
    }

    @ParameterizedTest
    @CsvSource({"sandl, sandal", "Sandals, sandal", "boots, ankle-boot"})
    void aSlipIsAskedAbout(String text, String meant) {
        assertThatThrownBy(() -> SHOES.named(text))
                .hasMessageStartingWith("unknown class '" + text + "' (did you mean " + meant + "?): choose one of 0 ");
    }

    /** A data set of digits, named in words and in figures, goes by its names. */
    @Test
    void aNameThatIsANumberGoesBeforeTheNumber() {
        ClassNames digits = new ClassNames(List.of("1", "2", "0"));

        assertThat(digits.named("0").name()).isEqualTo("0");
        assertThat(digits.named("1").label()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Sandal, sandal",
        "Ankle boot, ankle-boot",
        "T-shirt/top, t-shirt-top",
        "' -- Mid  heel! ', mid-heel",
        "Größe 42, größe-42"
    })
    void slugsAreLowerCaseWithHyphens(String name, String slug) {
        assertThat(new ImageClass(0, name).slug()).isEqualTo(slug);
    }

    @Test
    void atLeastTwoAreNeeded() {
        assertThatThrownBy(() -> new ClassNames(List.of("Sandal")))
                .isInstanceOf(UserError.class)
                .hasMessage("class names [Sandal]: at least two are needed, one normal and one abnormal");
        assertThatThrownBy(() -> new ClassNames(List.of())).isInstanceOf(UserError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sandal", "SANDAL", " sandal "})
    void aNameThatStandsTwiceIsRefused(String again) {
        assertThatThrownBy(() -> new ClassNames(List.of("Sandal", "Bag", again)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("class name '" + again + "' stands twice among [Sandal, Bag, " + again + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--"})
    void aNameThatCannotBeTypedIsRefused(String name) {
        assertThatThrownBy(() -> new ClassNames(List.of("Sandal", name)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("class name '" + name + "' has no letter or digit");
    }

    @Test
    void isACopy() {
        List<String> names = new ArrayList<>(List.of("a", "b"));
        ClassNames copy = new ClassNames(names);
        names.add("c");

        assertThat(copy.size()).isEqualTo(2);
    }
}
