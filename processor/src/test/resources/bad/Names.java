package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(name = "Sunday Trend", zone = "UTC") //! TY109 name = "sunday-trend"
class A {}

@Strategy(name = "交易", zone = "UTC") //! TY109 -
class B {}

@Strategy(zone = "UTC") //! TY109 name = "my-strategy"
class 交易 {}

@Strategy(name = "--x", zone = "UTC") //! TY109 name = "x"
class C {}

@Strategy(name = "one", zone = "UTC")
class D {}

@Strategy(name = "one", zone = "UTC") //! TY110 name = "one-2"
class E {}

@Strategy(zone = "UTC")
class F {
    static class Holder {
        @Strategy(name = "f", zone = "UTC") //! TY110 name = "f-2"
        static class G {}
    }
}
