package io.trainyard.processor.model;

import io.trainyard.ClosedDates;
import io.trainyard.processor.problem.Place;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.declared.Declaration;
import io.trainyard.schedule.declared.DeclaredDates;
import io.trainyard.schedule.declared.DeclaredTime;
import io.trainyard.schedule.declared.ScheduleElement;
import io.trainyard.schedule.declared.Spot;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a training is due, as one annotation declares it.
 *
 * @param declaration what is declared
 * @param places where its words stand
 * @param place where the annotation stands
 */
public record ScheduleModel(Declaration declaration, Map<Spot, Place> places, Place place) {

    /** Copies the map. */
    public ScheduleModel {
        places = Map.copyOf(places);
    }

    /** Where a word stands; the element where the word is all of it, the annotation where it is not typed. */
    public Place place(Spot spot) {
        Place found = places.get(spot);
        return found != null ? found : places.getOrDefault(spot.whole(), place);
    }

    /** Where its first time stands, of a window its ends; the annotation where it has none. */
    public Place timePlace() {
        Spot between = Spot.of(ScheduleElement.BETWEEN);
        if (places.containsKey(between)
                && declaration instanceof Declaration.Recurring recurring
                && recurring.times().size() == 1) {
            return place(between);
        }
        return ScheduleElement.TIMES.stream()
                .map(Spot::of)
                .filter(places::containsKey)
                .findFirst()
                .map(this::place)
                .orElse(place);
    }

    /** Whether it is once, at deployment. */
    public boolean isAtDeployment() {
        return declaration instanceof Declaration.AtDeployment;
    }

    /** The schedule that fires at run time: generated code makes an equal one. */
    public Schedule toSchedule() {
        return declaration.toSchedule();
    }

    /** The time of day that is declared, if one is and no other time beside it. */
    public Optional<LocalTime> timeOfDay() {
        return declaration instanceof Declaration.Recurring recurring
                        && recurring.times().size() == 1
                        && recurring.times().get(0) instanceof DeclaredTime.At at
                ? Optional.of(at.time())
                : Optional.empty();
    }

    /** The same at another time of day; empty where no single time of day is declared. */
    public Optional<ScheduleModel> at(LocalTime other) {
        return timeOfDay().isPresent() && declaration instanceof Declaration.Recurring recurring
                ? Optional.of(new ScheduleModel(
                        new Declaration.Recurring(
                                recurring.dates(),
                                List.of(new DeclaredTime.At(other)),
                                recurring.clock(),
                                recurring.misfires()),
                        places,
                        place))
                : Optional.empty();
    }

    /** The same with other dates in place of those on which the market is closed; empty where they are not left out. */
    public Optional<ScheduleModel> onClosed(ClosedDates policy) {
        return declaration instanceof Declaration.Recurring recurring
                ? moved(recurring.dates(), policy)
                        .map(dates -> new ScheduleModel(
                                new Declaration.Recurring(
                                        dates, recurring.times(), recurring.clock(), recurring.misfires()),
                                places,
                                place))
                : Optional.empty();
    }

    private static Optional<DeclaredDates> moved(DeclaredDates dates, ClosedDates policy) {
        if (dates instanceof DeclaredDates.Without without) {
            return moved(without.dates(), policy).map(others -> new DeclaredDates.Without(others, without.excluded()));
        }
        return dates instanceof DeclaredDates.Open open && open.policy() == ClosedDates.SKIP
                ? Optional.of(new DeclaredDates.Open(open.dates(), open.market(), policy, open.hours()))
                : Optional.empty();
    }
}
