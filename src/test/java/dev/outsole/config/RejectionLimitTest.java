package dev.outsole.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 9, true",
        "0, 1, 9, false",
        "3, 3, 9, true",
        "3, 4, 9, false",
        "5%, 1, 20, true",
        "5%, 2, 20, false",
        "0%, 0, 20, true",
        "0%, 1, 20, false",
        "2.5 %, 1, 40, true",
        "100%, 7, 7, true"
    })
    void allowsSoManyOrSuchAShare(String limit, long rejected, long images, boolean allowed) {
        assertThat(RejectionLimit.parse(limit).allows(rejected, images)).isEqualTo(allowed);
    }

    @Test
    void withoutALimitAnyNumberIsAllowed() {
        assertThat(new RejectionLimit.Any().allows(9, 9)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "many", "101%", "-1%", "%", "NaN%", ""})
    void refusesWhatIsNoLimit(String text) {
        assertThatThrownBy(() -> RejectionLimit.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("max-rejected = " + text, "such as 5%");
    }
}
