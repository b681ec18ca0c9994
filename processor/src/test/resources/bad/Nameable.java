package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Nameable {
    private record Line(double slope) {}

    private static class Tool {}

    @Stored("nameable/line") Line line; //! TY112 remove private from Line
    @Stored("nameable/lines") java.util.List<Line[]> lines;

    Nameable(java.util.Optional<Tool> tool) {} //! TY112 remove private from Tool

    @Train
    Line fit() {
        return null;
    }

    @Train
    java.util.List<Line[]> all() {
        return null;
    }
}
