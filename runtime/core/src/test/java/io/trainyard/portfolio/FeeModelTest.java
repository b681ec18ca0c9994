package io.trainyard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeModelTest {

    /** The first three are the examples of the broker's price list, the fourth that of its note on the maximum. */
    @ParameterizedTest
    @CsvSource({
        "100, 25, 1.00",
        "1000, 25, 5.00",
        "1000, 0.25, 2.50",
        "10, 0.20, 0.02",
        "-1000, 25, 5.00",
        "200, 25, 1.00",
        "201, 25, 1.005"
    })
    void interactive_brokers_fixed_pricing_is_as_published(double quantity, double price, double fee) {
        assertThat(FeeModel.interactiveBrokersFixed().fee("X", quantity, price)).isCloseTo(fee, within(1e-12));
    }

    @Test
    void without_a_maximum_the_minimum_holds_for_the_smallest_trade() {
        assertThat(FeeModel.perShare(0.005, 1).fee("X", 1, 0.01)).isEqualTo(1);
    }

    @Test
    void a_fraction_is_taken_of_what_is_traded_either_way() {
        assertThat(FeeModel.ofValue(0.001).fee("X", -2, 500)).isEqualTo(1);
        assertThat(FeeModel.none().fee("X", -2, 500)).isZero();
    }

    @Test
    void a_negative_amount_is_refused() {
        assertThatThrownBy(() -> FeeModel.perShare(-0.005, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fee per share is -0.005: it must be 0 or more");
        assertThatThrownBy(() -> FeeModel.perShare(0.005, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeeModel.ofValue(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
