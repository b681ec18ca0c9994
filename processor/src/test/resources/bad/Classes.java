package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
interface AnInterface { //! TY101 final class AnInterface
    @Stored("i/a") String a = "";
}

@Strategy(zone = "UTC")
enum AnEnum { //! TY101 final class AnEnum
    ONE
}

@Strategy(zone = "UTC")
record ARecord(String a) {} //! TY101 final class ARecord

@Strategy(zone = "UTC")
@interface AnAnnotation {} //! TY101 final class AnAnnotation

@Strategy(zone = "UTC")
abstract class Abstract {} //! TY103 remove abstract

@Strategy(zone = "UTC")
class Generic<T> {} //! TY105 remove the type parameters

class Outer {
    @Strategy(zone = "UTC")
    private static class Hidden {} //! TY102 remove private from Hidden

    private static class Around {
        @Strategy(zone = "UTC")
        static class Deep {} //! TY102 remove private from Around
    }

    @Strategy(zone = "UTC")
    class Inner {} //! TY104 static class Inner

    Object user(Outer_Hidden_Guard a, Outer_Inner_Guard b, Generic_Component c, Abstract_Wiring d, AnEnum_Guard e) {
        return null;
    }
}

@Strategy(zone = "UTC")
class Base {
    @Stored("base/a") String a;

    @Train
    String fit() {
        return "";
    }
}

@Strategy(zone = "UTC")
class Derived extends Base {} //! TY115 share code
