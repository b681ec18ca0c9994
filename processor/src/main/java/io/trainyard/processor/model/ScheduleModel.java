package io.trainyard.processor.model;

import io.trainyard.processor.problem.Place;
import io.trainyard.schedule.declared.Declaration;
import io.trainyard.schedule.declared.Spot;
import java.util.Map;

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
}
