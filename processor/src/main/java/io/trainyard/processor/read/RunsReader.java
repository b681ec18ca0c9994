package io.trainyard.processor.read;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Unaffordable;
import io.trainyard.processor.source.RunsSource;

/** Reads the rules for the runs of a training. */
final class RunsReader {

    private RunsReader() {}

    static RunsSource read(AnnotationReader runs) {
        return new RunsSource(
                runs.constant("unaffordable", Unaffordable.class),
                runs.constant("busy", Busy.class),
                runs.number("retries"),
                runs.placeOf("retries"),
                runs.word("backoff"),
                runs.number("pauseAfter"),
                runs.placeOf("pauseAfter"),
                runs.constant("cost", Cost.class),
                runs.placeOf("cost"),
                runs.word("fixedCost"),
                runs.flag("modelled"));
    }
}
