package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import io.trainyard.schedule.declared.ScheduleWords;
import io.trainyard.schedule.declared.Spot;
import java.util.Map;

/**
 * What an annotation says of when a training is due.
 *
 * @param words its words
 * @param places where they stand
 * @param place where the annotation stands
 */
public record ScheduleSource(ScheduleWords words, Map<Spot, Place> places, Place place) {

    /** Copies the map. */
    public ScheduleSource {
        places = Map.copyOf(places);
    }

    /** Where a word stands; the element where the word is all of it, the annotation where it is not typed. */
    public Place place(Spot spot) {
        Place found = places.get(spot);
        return found != null ? found : places.getOrDefault(spot.whole(), place);
    }
}
