package io.trainyard.processor.emit;

import io.trainyard.processor.model.Horizon;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.schedule.proof.Timetable;
import java.util.List;

/** Emits when the trainings of a strategy are due in the coming year, for people and for their calendars. */
public final class TimetableEmitter {

    private TimetableEmitter() {}

    /** The timetable as text and in iCalendar format; none for a strategy without trainings. */
    public static List<Page> emit(StrategyModel model, Horizon horizon) {
        if (model.trainings().isEmpty()) {
            return List.of();
        }
        Timetable timetable = Timetable.of(
                model.name(),
                model.plannedTrainings(),
                horizon.deployedAt(model.zone()),
                horizon.endOfFirstYear(model.zone()));
        String name = String.join("_", model.type().simpleNames()) + ".timetable";
        String folder = model.type().packageName();
        return List.of(
                new Page(folder, name + ".txt", timetable.toText(model.zone())),
                new Page(folder, name + ".ics", timetable.toICalendar()));
    }

    /**
     * A file that stands beside the generated sources.
     *
     * @param packageName its package
     * @param name its name
     * @param text its text
     */
    public record Page(String packageName, String name, String text) {}
}
