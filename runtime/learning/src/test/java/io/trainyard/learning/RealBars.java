package io.trainyard.learning;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.Normalization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Daily bars from LEAN's data folder on this machine; tests are skipped where there is none. */
public final class RealBars {

    private RealBars() {}

    /** All daily bars of a symbol, prices as they were. */
    public static List<Bar> daily(String symbol) {
        String named = System.getProperty("trainyard.lean-data");
        Path folder = named != null
                ? Path.of(named)
                : Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                        .map(at -> at.resolve("shared/lean-data"))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(Path.of("shared/lean-data"));
        assumeTrue(
                Files.isDirectory(folder),
                "no LEAN data: set -Dtrainyard.lean-data, or put it beside the project in shared/lean-data");
        var series = LeanFolder.at(folder).with(Normalization.RAW).load(new Subscription(symbol, Resolution.DAILY));
        return IntStream.range(0, series.size()).mapToObj(series::bar).toList();
    }
}
