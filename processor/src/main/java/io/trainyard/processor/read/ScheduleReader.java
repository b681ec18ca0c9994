package io.trainyard.processor.read;

import io.trainyard.processor.problem.Place;
import io.trainyard.processor.source.ScheduleSource;
import io.trainyard.schedule.declared.DateWords;
import io.trainyard.schedule.declared.ScheduleElement;
import io.trainyard.schedule.declared.ScheduleWords;
import io.trainyard.schedule.declared.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Reads what an annotation says of when a training is due: every element that is typed, as words. */
final class ScheduleReader {

    private final Place place;
    private final Map<Spot, Place> places = new HashMap<>();

    private ScheduleReader(Place place) {
        this.place = place;
    }

    static ScheduleSource read(AnnotationReader train) {
        ScheduleReader reader = new ScheduleReader(train.place());
        Map<ScheduleElement, List<String>> words = reader.words(train.mirror(), Optional.empty());
        Map<ScheduleElement, List<DateWords>> combined = new EnumMap<>(ScheduleElement.class);
        train.mirror()
                .getElementValues()
                .forEach((member, value) -> element(member)
                        .filter(ScheduleElement.COMBINATIONS::contains)
                        .ifPresent(combination -> combined.put(combination, reader.dates(combination, value))));
        return new ScheduleSource(new ScheduleWords(words, combined), reader.places, train.place());
    }

    private static Optional<ScheduleElement> element(ExecutableElement member) {
        return ScheduleElement.ofMember(member.getSimpleName().toString());
    }

    private Map<ScheduleElement, List<String>> words(AnnotationMirror mirror, Optional<Spot.Part> part) {
        Map<ScheduleElement, List<String>> words = new EnumMap<>(ScheduleElement.class);
        mirror.getElementValues()
                .forEach((member, value) -> element(member)
                        .filter(element -> !ScheduleElement.COMBINATIONS.contains(element))
                        .ifPresent(element -> words.put(element, words(value, new Spot(part, element, -1)))));
        return words;
    }

    private List<String> words(AnnotationValue value, Spot spot) {
        places.put(spot, place.at(value));
        List<String> words = new ArrayList<>();
        for (AnnotationValue item : items(value)) {
            places.put(spot.at(words.size()), place.at(item));
            words.add(word(item.getValue()));
        }
        return words;
    }

    private List<DateWords> dates(ScheduleElement combination, AnnotationValue value) {
        places.put(Spot.of(combination), place.at(value));
        List<DateWords> dates = new ArrayList<>();
        for (AnnotationValue item : items(value)) {
            Spot.Part part = new Spot.Part(combination, dates.size());
            places.put(Spot.of(combination).at(dates.size()), place.at(item));
            dates.add(new DateWords(words((AnnotationMirror) item.getValue(), Optional.of(part))));
        }
        return dates;
    }

    private static List<AnnotationValue> items(AnnotationValue value) {
        if (!(value.getValue() instanceof List<?> list)) {
            return List.of(value);
        }
        return list.stream().map(AnnotationValue.class::cast).toList();
    }

    /** A constant by its name, a number in as few digits as it takes. */
    private static String word(Object value) {
        if (value instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9
                ? String.valueOf(number.longValue())
                : value.toString();
    }
}
