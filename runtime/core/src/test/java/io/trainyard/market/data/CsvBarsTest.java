package io.trainyard.market.data;

import static io.trainyard.Resolution.DAILY;
import static io.trainyard.Resolution.HOUR;
import static io.trainyard.Resolution.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBarsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2013-10-07T09:30           | 2013-10-07T13:30:00Z
            2013-10-07 09:30           | 2013-10-07T13:30:00Z
            20131007 09:30             | 2013-10-07T13:30:00Z
            2013-10-07 09:30:05        | 2013-10-07T13:30:05Z
            2013-10-07T09:30:05.25     | 2013-10-07T13:30:05.250Z
            2013-10-07T09:30:05.1239   | 2013-10-07T13:30:05.123Z
            2013-10-07T09:30:00Z       | 2013-10-07T09:30:00Z
            2013-10-07T09:30Z          | 2013-10-07T09:30:00Z
            2013-10-07T09:30:00+05:30  | 2013-10-07T04:00:00Z
            2013-10-07 09:30:00.5-0400 | 2013-10-07T13:30:00.500Z
            2013-12-07T09:30           | 2013-12-07T14:30:00Z
            2013-11-03T01:30           | 2013-11-03T05:30:00Z
            2013-11-03T02:30           | 2013-11-03T07:30:00Z
            2014-03-09T02:30           | 2014-03-09T07:30:00Z
            1381152600                 | 2013-10-07T13:30:00Z
            1381152600123              | 2013-10-07T13:30:00.123Z
            946684800                  | 2000-01-01T00:00:00Z
            """)
    void a_time_starts_a_minute_or_ends_it(String stamp, String instant) throws IOException {
        CsvBars minutes = write(stamp + ",1,4,0.5,2,100\n", MINUTE);

        Bar bar = load(minutes, MINUTE).bar(0);
        assertThat(bar.start()).isEqualTo(instant);
        assertThat(bar.endMillis() - bar.startMillis()).isEqualTo(60_000);
        assertThat(bar).isEqualTo(new Bar("X", bar.startMillis(), bar.endMillis(), 1, 4, 0.5, 2, 100));

        Bar ended = load(minutes.stampedAtEnd(), MINUTE).bar(0);
        assertThat(ended.end()).isEqualTo(instant);
        assertThat(ended.endMillis() - ended.startMillis()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @CsvSource({
        "2013-10-07,           2013-10-07T04:00:00Z, 2013-10-08T04:00:00Z",
        "20131007,             2013-10-07T04:00:00Z, 2013-10-08T04:00:00Z",
        "2013-10-07T00:00,     2013-10-07T04:00:00Z, 2013-10-08T04:00:00Z",
        "2013-10-07T04:00:00Z, 2013-10-07T04:00:00Z, 2013-10-08T04:00:00Z",
        "2013-11-03,           2013-11-03T04:00:00Z, 2013-11-04T05:00:00Z",
        "2013-10-07T18:00,     2013-10-07T22:00:00Z, 2013-10-08T22:00:00Z",
        "2013-11-02T18:00,     2013-11-02T22:00:00Z, 2013-11-03T23:00:00Z"
    })
    void a_day_lasts_to_the_next(String stamp, String start, String end) throws IOException {
        Bar bar = load(write(stamp + ",1,4,0.5,2,100\n", DAILY), DAILY).bar(0);

        assertThat(bar.start()).isEqualTo(start);
        assertThat(bar.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2013-10-07,       2013-10-07T13:30:00Z, 2013-10-07T20:00:00Z",
        "2013-10-08T00:00, 2013-10-07T13:30:00Z, 2013-10-07T20:00:00Z",
        "2013-10-07T16:00, 2013-10-06T20:00:00Z, 2013-10-07T20:00:00Z"
    })
    void a_day_that_is_stamped_at_its_end_may_be_a_session(String stamp, String start, String end) throws IOException {
        CsvBars days = write(stamp + ",1,4,0.5,2,100\n", DAILY)
                .stampedAtEnd()
                .session(LocalTime.of(9, 30), LocalTime.of(16, 0));

        assertThat(load(days, DAILY).bar(0).start()).isEqualTo(start);
        assertThat(load(days, DAILY).bar(0).end()).isEqualTo(end);
    }

    @Test
    void names_in_the_first_line_give_the_order() throws IOException {
        CsvBars days =
                write("\uFEFFClose; Volume;Adj Close;Low;High;Open;Date\r\n2;100;1.9;0.5;4;1;2013-10-07\r\n", DAILY);

        Bar bar = load(days, DAILY).bar(0);

        assertThat(bar).isEqualTo(new Bar("X", bar.startMillis(), bar.endMillis(), 1, 4, 0.5, 2, 100));
    }

    @Test
    void volume_may_be_missing() throws IOException {
        assertThat(load(write("2013-10-07,1,4,0.5,2\n", DAILY), DAILY).bar(0).volume())
                .isZero();
        assertThat(load(write("date,open,high,low,close\n2013-10-07,1,4,0.5,2\n", DAILY), DAILY)
                        .bar(0)
                        .volume())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2013-10-7,1,1,1,1,1                  | "2013-10-7" in column timestamp is not a day such as
            07.10.2013,1,1,1,1,1                 | "07.10.2013" in column timestamp is not a day such as
            2013-02-29,1,1,1,1,1                 | "2013-02-29" in column timestamp is not a day such as
            2013-10-07T24:00,1,1,1,1,1           | in column timestamp is not a day such as
            2013-10-07T9:30,1,1,1,1,1            | in column timestamp is not a day such as
            2013-10-07T09:30EST,1,1,1,1,1        | in column timestamp is not a day such as
            "2013-10-07",1,1,1,1,1               | write values without quotes
            2013-10-07;1;1;1;1,5;1               | "1,5" in column close is not a decimal number with a point
            2013-10-07,1,1,NaN,1,1               | "NaN" in column low is not a decimal number
            2013-10-07,1,1                       | the line ends before column low
            date,open,high,low,last              | it has no column close
            date,time,open,high,low,close        | it has two columns of timestamp
            ''                                   | it has no line with a bar
            date,open,high,low,close             | it has no line with a bar
            """)
    void a_bad_line_is_named_with_what_is_wrong_in_it(String line, String why) throws IOException {
        CsvBars days = write(line + "\n", DAILY);

        assertThatThrownBy(() -> load(days, DAILY))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("x.csv")
                .hasMessageContaining(why)
                .hasMessageContaining("fix:  ");
    }

    @Test
    void a_day_is_no_stamp_for_an_hour() throws IOException {
        CsvBars hours = write("2013-10-07,1,1,1,1,1\n", HOUR);

        assertThatThrownBy(() -> load(hours, HOUR))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("is not a time: the bars are declared to be shorter than a day");
    }

    @Test
    void newest_first_is_refused_with_the_line() throws IOException {
        CsvBars days = write("2013-10-08,1,1,1,1,1\n2013-10-07,1,1,1,1,1\n", DAILY);

        assertThatThrownBy(() -> load(days, DAILY))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("sort the data by time, oldest first");
    }

    @Test
    void a_folder_has_a_symbol_for_each_file() throws IOException {
        Files.writeString(folder.resolve("spy.csv"), "2013-10-07,1,1,1,1,1\n");
        Files.writeString(folder.resolve("IBM.csv"), "2013-10-07,2,2,2,2,2\n");
        Files.writeString(folder.resolve("notes.txt"), "not to be read");

        CsvBars bars = CsvBars.folder(folder, DAILY, NEW_YORK);

        assertThat(bars.available()).containsExactly(new Subscription("IBM", DAILY), new Subscription("SPY", DAILY));
        assertThat(bars.load(new Subscription("SPY", DAILY)).bar(0).close()).isEqualTo(1);
        assertThatThrownBy(() -> bars.load(new Subscription("SPI", DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("there is no file SPI.csv")
                .hasMessageEndingWith("fix:  take SPY, or one of IBM, SPY");
        assertThatThrownBy(() -> bars.load(new Subscription("SPY", HOUR)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("its bars were declared to be daily");
    }

    @Test
    void a_session_ends_after_it_opens() throws IOException {
        CsvBars days = write("", DAILY);

        assertThatThrownBy(() -> days.session(LocalTime.of(16, 0), LocalTime.of(9, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a session from 16:00 to 09:30 ends before it starts");
    }

    private CsvBars write(String content, Resolution resolution) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.writeString(file, content);
        return CsvBars.file(file, "X", resolution, NEW_YORK);
    }

    private static BarSeries load(CsvBars bars, Resolution resolution) {
        return bars.load(new Subscription("X", resolution));
    }
}
