package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.testkit.Replace;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.demo.Desk.Broker;
import io.trainyard.testkit.demo.Desk.Clerk;
import io.trainyard.testkit.demo.Desk.Signal;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Named;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StrategyTest(Desk.Trader.class)
@SuppressWarnings("UnnecessaryQualifier") // Error Prone does not know that Dagger gets to see them
final class DeskTest {

    private final List<String> sent = new ArrayList<>();

    @Replace
    final Broker broker = (symbol, quantity) -> sent.add(symbol + " " + quantity);

    @Replace
    @Named("fast")
    Signal fast = () -> 8;

    @BeforeEach
    void past(StrategyDriver driver) {
        driver.past(Weekdays.from("2024-03-04", 10, 11));
    }

    @Test
    void what_is_replaced_is_replaced_everywhere_and_the_rest_stays(
            StrategyDriver driver, @Named("slow") Signal slow, Clerk clerk, Broker given) {
        driver.feed(Weekdays.from("2024-03-06", 12));

        assertThat(sent).containsExactly("AAPL 10.0");
        assertThat(slow.strength()).isEqualTo(2);
        assertThat(clerk.name()).isEqualTo("clerk since America/New_York");
        assertThat(given).isSameAs(broker);
        assertThat(driver).trained("fit").at("2024-03-05T16:00").isModelReady();
    }

    @Test
    void a_larger_graph_stands_on_the_strategys(StrategyDriver driver, Desk_Trader_Component component) {
        Desk.Office office =
                DaggerDesk_Office.builder().desk_Trader_Component(component).build();
        assertThat(office.report().level()).isEqualTo("clerk since America/New_York 11.0");
        assertThat(component).isSameAs(driver.component(Desk_Trader_Component.class));
    }
}
