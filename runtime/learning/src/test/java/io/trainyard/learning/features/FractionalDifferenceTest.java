package io.trainyard.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.UnfitDataException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FractionalDifferenceTest {

    @Test
    void weights_are_those_of_the_binomial_series() {
        // (1 - B)^0.5 = 1 - B/2 - B^2/8 - B^3/16 - 5 B^4/128 - ...
        assertThat(FractionalDifference.of(0.5, 0.03).weights()).containsExactly(1, -0.5, -0.125, -0.0625, -5 / 128.0);
    }

    @Test
    void whole_orders_are_the_series_and_its_differences() {
        double[] values = {1, 4, 9, 16, 25};
        assertThat(FractionalDifference.of(0, 1e-4).of(values)).containsExactly(values);
        assertThat(FractionalDifference.of(1, 1e-4).of(values)).containsExactly(3, 5, 7, 9);
        assertThat(FractionalDifference.of(2, 1e-4).of(values)).containsExactly(2, 2, 2);
    }

    @Test
    void half_a_difference_twice_is_about_one() {
        FractionalDifference half = FractionalDifference.of(0.5, 1e-5);
        Random random = new Random(1);
        double[] walk = new double[2 * half.width() + 50];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + random.nextGaussian();
        }
        double[] twice = half.of(half.of(walk));
        for (int i = 0; i < twice.length; i++) {
            int t = walk.length - twice.length + i;
            assertThat(twice[i]).isCloseTo(walk[t] - walk[t - 1], within(0.25));
        }
    }

    @Test
    void refuses_a_series_shorter_than_its_window_and_windows_without_end() {
        FractionalDifference half = FractionalDifference.of(0.5, 0.03);
        assertThatThrownBy(() -> half.of(new double[4]))
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining("at least 5 are needed");
        assertThatThrownBy(() -> FractionalDifference.of(0.01, 1e-12))
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining("give a larger tolerance");
        assertThatThrownBy(() -> FractionalDifference.of(2.5, 1e-4)).hasMessageContaining("order = 2.5");
    }
}
