package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CollapseCheckTest {

    /** Unit 0: mean 2, variance (1 + 1 + 1 + 1) / 4 = 1. Unit 1: 0, 0, 4, 8: mean 3, variance (9 + 9 + 1 + 25) / 4 = 11. */
    @Test
    void measuresALivingEmbedding() {
        CollapseCheck check = CollapseCheck.of(new float[][] {{1, 0}, {1, 0}, {3, 4}, {3, 8}});

        assertThat(check.deadUnits()).isZero();
        assertThat(check.variances().get(0)).isCloseTo(1, within(1e-12));
        assertThat(check.variances().get(1)).isCloseTo(11, within(1e-12));
        assertThat(check.distinctRows()).isEqualTo(3);
        assertThat(check.rows()).isEqualTo(4);
        assertThat(check.collapsed()).isFalse();
    }

    /** Of four units one may be idle, and of three: then more than half are alive. */
    @Test
    void aWideEmbeddingHasNotCollapsedForASingleUnit() {
        assertThat(CollapseCheck.of(new float[][] {{1, 0, 5, 7}, {2, 0, 4, 9}}).collapsed())
                .isFalse();
        assertThat(CollapseCheck.of(new float[][] {{1, 0, 5}, {2, 0, 4}}).collapsed())
                .isFalse();
        assertThat(CollapseCheck.of(new float[][] {{1, 0, 5, 0}, {2, 0, 4, 0}}).collapsed())
                .isTrue();
        assertThat(CollapseCheck.of(new float[][] {{1, 0, 5, 7}, {2, 0, 4, 7}}).collapsed())
                .isTrue();
    }

    @Test
    void findsAUnitThatIsOffForAll() {
        CollapseCheck check = CollapseCheck.of(new float[][] {{1, 0}, {2, 0}, {3, 0}});

        assertThat(check.deadUnits()).isEqualTo(1);
        assertThat(check.distinctRows()).isEqualTo(3);
        assertThat(check.collapsed()).isTrue();
    }

    @Test
    void findsAllUnitsOff() {
        CollapseCheck check = CollapseCheck.of(new float[5][2]);

        assertThat(check.deadUnits()).isEqualTo(2);
        assertThat(check.variances()).containsExactly(0.0, 0.0);
        assertThat(check.distinctRows()).isEqualTo(1);
        assertThat(check.collapsed()).isTrue();
    }

    /** Of 1,000 images, 1 % are 10: with 9 of them on the unit counts as dead, with 10 it lives. */
    @Test
    void countsAUnitThatIsOffForNearlyAllAsDead() {
        float[][] embedding = new float[1000][2];
        for (int i = 0; i < 1000; i++) {
            embedding[i][0] = i + 1;
            embedding[i][1] = i < 9 ? 0.5f : 0;
        }
        assertThat(CollapseCheck.of(embedding).deadUnits()).isEqualTo(1);

        embedding[9][1] = 0.5f;
        assertThat(CollapseCheck.of(embedding).deadUnits()).isZero();
    }

    @Test
    void findsAUnitThatSaysTheSameOfEveryImage() {
        CollapseCheck check = CollapseCheck.of(new float[][] {{1, 0.1f}, {2, 0.1f}, {4, 0.1f}});

        assertThat(check.deadUnits()).isZero();
        assertThat(check.variances().get(1)).isZero();
        assertThat(check.collapsed()).isTrue();
    }

    /** Variances 100 (of 0 and 20, mean 10) and h² (of 1 ∓ h): one part in a hundred is h = 1. */
    @Test
    void findsAUnitThatTellsHardlyAnythingApart() {
        assertThat(CollapseCheck.of(new float[][] {{0, 1 - 0.9f}, {20, 1 + 0.9f}})
                        .collapsed())
                .isTrue();
        assertThat(CollapseCheck.of(new float[][] {{0, 2 - 1.1f}, {20, 2 + 1.1f}})
                        .collapsed())
                .isFalse();
    }

    /** One unit has no other to be compared with: only a constant one is lost. */
    @Test
    void judgesASingleUnitByItself() {
        assertThat(CollapseCheck.of(new float[][] {{1}, {1.001f}}).collapsed()).isFalse();
        assertThat(CollapseCheck.of(new float[][] {{1}, {1}}).collapsed()).isTrue();
    }

    @Test
    void takesWhatIsNotANumberForDead() {
        CollapseCheck check = CollapseCheck.of(new float[][] {{1, Float.NaN}, {2, Float.NaN}});

        assertThat(check.deadUnits()).isEqualTo(1);
        assertThat(check.collapsed()).isTrue();
    }

    @Test
    void wantsAtLeastOneRow() {
        assertThatIllegalArgumentException().isThrownBy(() -> CollapseCheck.of(new float[0][2]));
    }
}
