package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Unknown {
    @Stored("unknown/fast") String fast;
    @Stored("unknown/slow") String slow;

    @Train(stores = "unknown/fats") //! TY304 stores = "unknown/fast"
    String fast() {
        return "";
    }

    @Train
    @Train(day = SUNDAY, at = "08:00",
            stores = "nothing alike") //! TY304 -
    String slow() {
        return "";
    }
}

@Strategy(zone = "UTC")
class NoKeys {
    @Train(stores = "no-keys/line") //! TY304 @Stored("no-keys/line") String fit;
    String fit() {
        return "";
    }
}

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class Two {
    @Stored("two/a") String a;
    @Stored("two/b") Integer b;

    @Train
    String first() {
        return "";
    }

    @Train(day = SUNDAY, at = "08:00")
    String second() { //! TY305 put the @Train annotations of both on one
        return "";
    }

    @Train(stores = "two/a")
    void third() {} //! TY305 stores

    @Train
    Integer fourth() {
        return 1;
    }
}

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class Nowhere {
    record Line(double slope) {}

    String line;
    @Stored("nowhere/other") Integer other;

    @Train
    Line fit() { //! TY306 @Stored("nowhere/line2") Line line2;
        return new Line(1);
    }

    @Train
    double slope() { //! TY306 @Stored("nowhere/slope") Double slope;
        return 1;
    }

    @Train
    java.util.List<String> words() { //! TY306 @Stored("nowhere/words") List<String> words;
        return null;
    }

    @Train
    Integer other() {
        return 1;
    }
}

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class Forgotten {
    record Line(double slope) {}

    record Curve(double bend) {}

    static Line first;
    final Curve straight = new Curve(0);
    Line line;
    Curve near;
    Curve far;
    Double slope;
    int count;
    java.util.List<Integer> numbers;

    @Train
    Line fit() { //! TY306 @Stored("forgotten/line") on the field line
        return new Line(1);
    }

    @Train
    Curve bend() { //! TY306 @Stored("forgotten/near") on the field near, or @Stored("forgotten/far") on the field far
        return new Curve(1);
    }

    @Train
    double slope() { //! TY306 @Stored("forgotten/slope") on the field slope
        return 1;
    }

    @Train
    int count() { //! TY306 @Stored("forgotten/count2") Integer count2;
        return 1;
    }

    @Train
    java.util.List<String> words() { //! TY306 @Stored("forgotten/words") List<String> words;
        return null;
    }
}

@Strategy(zone = "UTC")
class ForgottenToo {
    String line;

    @Train(stores = "forgotten/line") //! TY304 @Stored("forgotten/line") on the field line
    String fit() {
        return "";
    }
}

@Strategy(zone = "UTC")
class Ambiguous {
    @Stored("ambiguous/fast") String fast;
    @Stored("ambiguous/slow") String slow;

    @Train
    String fit() { //! TY307 stores = "ambiguous/fast", or stores = "ambiguous/slow"
        return "";
    }
}

@Strategy(zone = "UTC")
class Contradiction {
    @Stored("contradiction/a") String a;
    @Stored("contradiction/b") String b;

    @Train(stores = "contradiction/a")
    @Train(day = SUNDAY, at = "08:00", stores = "contradiction/b") //! TY312 stores = "contradiction/a"
    String fit() {
        return "";
    }
}

@Strategy(zone = "UTC")
class Nothing {
    @Train
    void fit() {} //! TY313 @Stored("nothing/model")
}

@Strategy(zone = "UTC")
class AllTaken {
    @Stored("all-taken/a") String a;

    @Train
    String a() {
        return "";
    }

    @Train
    void more() {} //! TY313 stores
}

@Strategy(zone = "UTC")
class WrongField {
    @Stored("wrong/a") String a;
    @Stored("wrong/b") Integer b;

    @Train(stores = "wrong/a") //! TY315 stores = "wrong/b"
    Integer fit() {
        return 1;
    }

    @Train(stores = "wrong/a") //! TY315 declare the field as Long a
    Long other() {
        return 1L;
    }
}

@Strategy(zone = "UTC")
class Wrapped {
    @Stored("wrapped/a") String a;

    @Train
    java.util.Optional<String> fit() { //! TY316 String fit(...)
        return java.util.Optional.empty();
    }

    @Train
    Void nothing() { //! TY316 void nothing(...)
        return null;
    }
}
