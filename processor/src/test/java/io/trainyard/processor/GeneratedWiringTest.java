package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Generated code, loaded and run. */
class GeneratedWiringTest {

    @Test
    void describes_the_strategy_as_it_was_declared() throws ReflectiveOperationException {
        ClassLoader loader = load(Javac.compile(Javac.file(Javac.RESOURCES.resolve("good/SundayTrend.java"))));
        StrategyWiring wiring = (StrategyWiring)
                loader.loadClass("demo.SundayTrend_Wiring").getConstructor().newInstance();
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(wiring.definition())
                .isEqualTo(new StrategyDefinition(
                        "sunday-trend",
                        loader.loadClass("demo.SundayTrend"),
                        newYork,
                        Tier.MB_512,
                        Plan.FREE,
                        List.of(new Subscription("SPY", Resolution.DAILY)),
                        List.of(new TrainingDefinition(
                                "fit",
                                List.of(
                                        Schedule.atDeployment(),
                                        Schedule.of(
                                                DateRule.every(DayOfWeek.SUNDAY),
                                                TimeRule.at(LocalTime.of(8, 0)),
                                                newYork)),
                                List.of("sunday-trend/line"),
                                Duration.ofMinutes(10)))));
    }

    private static ClassLoader load(Compilation compilation) {
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName();
                String name = path.substring(path.indexOf("/demo/") + 1)
                        .replace(".class", "")
                        .replace('/', '.');
                try {
                    classes.put(name, file.openInputStream().readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new ClassLoader(GeneratedWiringTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
