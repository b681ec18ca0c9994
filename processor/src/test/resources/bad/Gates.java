package demo;

import io.trainyard.*;
import io.trainyard.training.Training;
import javax.inject.Inject;
import static io.trainyard.Better.*;

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class Gates {
    @Stored(value = "gates/a", gate = @Gate(metric = "", better = LOWER)) //! TY320 metric = "rmse"
    String a;

    @Stored(value = "gates/b", gate = @Gate(metric = " ", better = HIGHER, by = -0.25)) //! TY320 metric = "rmse" //! TY321 by = 0.25
    Integer b;

    @Stored(value = "gates/c", gate = @Gate(metric = "sharpe", better = HIGHER, by = Double.POSITIVE_INFINITY)) //! TY321 by = 0.0
    Long c;

    @Stored(value = "gates/d", gate = @Gate(metric = "sharpe", better = HIGHER, atLeast = 3, atMost = 1)) //! TY322 atLeast = 1.0, atMost = 3.0
    Double d;

    @Stored(value = "gates/e", gate = @Gate(metric = "sharpe", better = HIGHER, atLeast = 1.0 / 0)) //! TY322 leave it out
    Short e;

    @Stored(value = "gates/f", gate = @Gate(metric = "rmse", better = LOWER, atMost = -1.0 / 0)) //! TY322 leave it out
    Byte f;

    @Stored(value = "gates/g", gate = {@Gate(metric = "rmse", better = LOWER), @Gate(metric = "mae", better = LOWER)}) //! TY323 keep one
    Float g;

    @Stored(value = "gates/h", refresh = true, gate = @Gate(metric = "rmse", better = LOWER)) //! TY324 return the new value: Character all(...)
    Character h;

    @Train
    String a(Training training) {
        return "";
    }

    @Train
    Integer b() {
        return 1;
    }

    @Train
    Long c() {
        return 1L;
    }

    @Train
    Double d() {
        return 1.0;
    }

    @Train
    Short e() {
        return 1;
    }

    @Train
    Byte f() {
        return 1;
    }

    @Train
    Float g() {
        return 1f;
    }

    @Train
    void all() {}
}

@Strategy(zone = "UTC")
class SilentGate {
    @Stored(value = "silent/a", gate = @Gate(metric = "rmse", better = LOWER)) //! TY325 String a(Training training, ...)
    String a;

    @Stored("silent/b")
    Integer b;

    @Train
    String a() {
        return "";
    }

    @Train(day = java.time.DayOfWeek.SUNDAY, at = "08:00")
    Integer b() {
        return 1;
    }
}

@Strategy(zone = "UTC")
class GateWithAnotherTraining {
    private Training kept;

    @Stored(value = "kept/a", gate = @Gate(metric = "rmse", better = LOWER))
    String a;

    @Stored("kept/b")
    Integer b;

    @Train
    String a() {
        kept.metric("rmse", 1);
        return "";
    }

    @Train(day = java.time.DayOfWeek.SUNDAY, at = "08:00")
    Integer b(Training training) {
        kept = training;
        return 1;
    }
}

@Strategy(zone = "UTC")
class GateWithAConstructor {
    private final Training training;

    @Stored(value = "made/a", gate = @Gate(metric = "rmse", better = LOWER))
    String a;

    @Inject
    GateWithAConstructor(Training training) {
        this.training = training;
    }

    @Train
    String a() {
        training.metric("rmse", 1);
        return "";
    }
}
