package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trainyard.Format;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectCodecTest {

    private final ObjectCodec codec = new ObjectCodec();

    record Line(double slope, double intercept) {
        double at(double x) {
            return slope * x + intercept;
        }

        double getRoot() {
            return -intercept / slope;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Everything(
            Instant instant,
            ZonedDateTime local,
            LocalDate date,
            LocalTime time,
            Duration took,
            ZoneId zone,
            DayOfWeek day,
            BigDecimal price,
            Optional<String> note,
            @Nullable String nothing,
            List<Line> lines,
            Map<String, List<Line>> byName,
            double[] weights,
            double[][] matrix,
            byte[] raw,
            long count,
            boolean flag,
            char letter) {

        static Everything sample() {
            return new Everything(
                    Instant.parse("2013-10-13T12:00:00.123456789Z"),
                    ZonedDateTime.of(2013, 10, 13, 8, 0, 0, 0, ZoneId.of("America/New_York")),
                    LocalDate.of(2013, 10, 13),
                    LocalTime.of(8, 0),
                    Duration.ofNanos(1_000_000_001),
                    ZoneId.of("America/New_York"),
                    DayOfWeek.SUNDAY,
                    new BigDecimal("168.000970"),
                    Optional.of("<&>\"'"),
                    null,
                    List.of(new Line(1, 2), new Line(Double.MIN_VALUE, Double.MAX_VALUE)),
                    Map.of("a", List.of(new Line(0.1, -0.0)), "b", List.of(new Line(3, 4))),
                    new double[] {1, 2.5, 1e300},
                    new double[][] {{1, 2}, {3, 4}},
                    new byte[] {0, -1, 127},
                    Long.MAX_VALUE,
                    true,
                    'ß');
        }
    }

    /** Like what strategies have: package-private, fields, nothing public, a final array filled in place. */
    static class Weights {
        final double[] values = new double[3];
        private int epochs;
        transient int cache = 7;
        String name = "";

        double getNorm() {
            return values[0];
        }

        boolean isTrained() {
            return epochs > 0;
        }
    }

    static final class Deep extends Weights {
        int layers;
    }

    static final class Built {
        private final double slope;
        private final List<String> names;

        Built(double slope, List<String> names) {
            this.slope = slope;
            this.names = names;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(Buy.class), @JsonSubTypes.Type(Hold.class)})
    sealed interface Signal permits Buy, Hold {}

    record Buy(double weight) implements Signal {}

    record Hold() implements Signal {}

    record Portfolio(List<Signal> signals) {}

    interface Model {
        double predict(double x);
    }

    record Holder(Model model) {}

    enum Side {
        LONG {
            @Override
            int sign() {
                return 1;
            }
        },
        SHORT {
            @Override
            int sign() {
                return -1;
            }
        };

        abstract int sign();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "XML"})
    void records_come_back(Format format) {
        assertThat(roundTrip(new Line(2.5, -1e-9), ObjectType.of(Line.class), format))
                .isEqualTo(new Line(2.5, -1e-9));
    }

    @Test
    void everything_comes_back() {
        Everything sample = Everything.sample();

        assertThat(roundTrip(sample, ObjectType.of(Everything.class), Format.JSON))
                .usingRecursiveComparison()
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "XML"})
    void generic_types_come_back(Format format) {
        Map<String, Line> value = Map.of("a", new Line(1, 2), "b", new Line(3, 4));

        assertThat(roundTrip(value, new ObjectType<Map<String, Line>>() {}, format))
                .isEqualTo(value);
        assertThat(roundTrip(List.of(new Line(1, 2)), new ObjectType<List<Line>>() {}, format))
                .containsExactly(new Line(1, 2));
    }

    @Test
    void xml_gives_lists_in_lists_back_or_refuses_them() {
        for (Object nested :
                List.of(List.of(List.of(1.0)), List.of(List.of(1.0, 2.0), List.of()), List.of(List.of()))) {
            @SuppressWarnings("unchecked")
            List<List<Double>> lists = (List<List<Double>>) nested;
            ObjectType<List<List<Double>>> type = new ObjectType<>() {};
            assertThat(roundTrip(lists, type, Format.JSON)).isEqualTo(lists);
            try {
                assertThat(roundTrip(lists, type, Format.XML)).isEqualTo(lists);
            } catch (ObjectFormatException e) {
                assertThat(e).hasMessageContaining("take JSON, which has lists in lists and maps");
            }
        }
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() ->
                        codec.write(new double[][] {{1, 2}, {3}}, ObjectType.of(double[][].class), Format.XML))
                .withMessageContaining("take JSON, which has lists in lists and maps");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "XML"})
    void arrays_and_scalars_come_back(Format format) {
        assertThat(roundTrip(new double[] {1, Double.NaN}, ObjectType.of(double[].class), format))
                .containsExactly(1, Double.NaN);
        assertThat(roundTrip(3.5, ObjectType.of(Double.class), format)).isEqualTo(3.5);
        assertThat(roundTrip("äöü €", ObjectType.of(String.class), format)).isEqualTo("äöü €");
        assertThat(roundTrip(Side.LONG, ObjectType.of(Side.class), format)).isEqualTo(Side.LONG);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "XML"})
    void not_a_number_and_the_infinities_come_back(Format format) {
        Line odd = new Line(Double.NaN, Double.NEGATIVE_INFINITY);

        assertThat(roundTrip(odd, ObjectType.of(Line.class), format)).isEqualTo(odd);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "XML"})
    void the_fields_of_a_class_come_back(Format format) {
        Weights weights = new Weights();
        weights.values[1] = 0.25;
        weights.epochs = 200;
        weights.name = "first";
        weights.cache = 99;

        Weights back = roundTrip(weights, ObjectType.of(Weights.class), format);

        assertThat(back.values).containsExactly(0, 0.25, 0);
        assertThat(back.epochs).isEqualTo(200);
        assertThat(back.name).isEqualTo("first");
        assertThat(back.cache).isEqualTo(7);
    }

    @Test
    void inherited_fields_come_back() {
        Deep deep = new Deep();
        deep.layers = 3;
        deep.values[2] = 9;

        Deep back = roundTrip(deep, ObjectType.of(Deep.class), Format.JSON);

        assertThat(back.layers).isEqualTo(3);
        assertThat(back.values).containsExactly(0, 0, 9);
    }

    @Test
    void a_class_with_one_constructor_comes_back() {
        Built back = roundTrip(new Built(2, List.of("a")), ObjectType.of(Built.class), Format.JSON);

        assertThat(back.slope).isEqualTo(2);
        assertThat(back.names).containsExactly("a");
    }

    @Test
    void getters_are_no_state() {
        assertThat(json(new Line(1, 2), ObjectType.of(Line.class))).isEqualTo("{\"slope\":1.0,\"intercept\":2.0}");
    }

    @Test
    void types_that_name_their_subtypes_come_back() {
        Portfolio portfolio = new Portfolio(List.of(new Buy(0.5), new Hold()));

        assertThat(roundTrip(portfolio, ObjectType.of(Portfolio.class), Format.JSON))
                .isEqualTo(portfolio);
        assertThat(roundTrip(new Buy(1), ObjectType.of(Signal.class), Format.JSON))
                .isEqualTo(new Buy(1));
    }

    @Property(tries = 300)
    void every_double_comes_back(@ForAll double slope, @ForAll double intercept) {
        Line line = new Line(slope, intercept);

        assertThat(roundTrip(line, ObjectType.of(Line.class), Format.JSON)).isEqualTo(line);
        assertThat(roundTrip(line, ObjectType.of(Line.class), Format.XML)).isEqualTo(line);
    }

    @Property(tries = 300)
    void every_text_comes_back_or_is_refused(@ForAll String text) {
        boolean encodable = UTF_8.newEncoder().canEncode(text);
        for (Format format : List.of(Format.TEXT, Format.JSON)) {
            if (encodable) {
                assertThat(roundTrip(text, ObjectType.of(String.class), format)).isEqualTo(text);
            } else {
                assertThatExceptionOfType(ObjectFormatException.class)
                        .isThrownBy(() -> codec.write(text, ObjectType.of(String.class), format));
            }
        }
    }

    @Test
    void the_same_value_gives_the_same_bytes() {
        Map<String, Double> forwards = new LinkedHashMap<>();
        Map<String, Double> backwards = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            forwards.put("k" + i, (double) i);
            backwards.put("k" + (19 - i), (double) (19 - i));
        }
        ObjectType<Map<String, Double>> type = new ObjectType<>() {};
        assertThat(codec.write(forwards, type, Format.JSON)).isEqualTo(codec.write(backwards, type, Format.JSON));
        assertThat(codec.write(forwards, type, Format.XML)).isEqualTo(codec.write(backwards, type, Format.XML));

        Set<String> small = new HashSet<>(List.of("b", "a", "c"));
        Set<String> roomy = new HashSet<>(4096);
        roomy.addAll(List.of("c", "b", "a"));
        ObjectType<Set<String>> strings = new ObjectType<>() {};
        assertThat(json(small, strings)).isEqualTo(json(roomy, strings)).isEqualTo("[\"a\",\"b\",\"c\"]");
    }

    /** Before JDK 19, Double.toString writes 8.409999999999999E21. */
    @Test
    void doubles_are_written_alike_on_every_jdk() {
        assertThat(json(Double.parseDouble("8.41E21"), ObjectType.of(Double.class)))
                .isEqualTo("8.41E21");
        assertThat(json(2.0E-3, ObjectType.of(Double.class))).isEqualTo("0.002");
    }

    @Test
    void auto_chooses_by_the_type() {
        assertThat(codec.write("é", ObjectType.of(String.class), Format.AUTO)).isEqualTo("é".getBytes(UTF_8));
        assertThat(codec.write(new byte[] {1, 2}, ObjectType.of(byte[].class), Format.AUTO))
                .containsExactly(1, 2);
        assertThat(codec.write(List.of(1), new ObjectType<List<Integer>>() {}, Format.AUTO))
                .asString()
                .isEqualTo("[1]");
        assertThat(codec.read("é".getBytes(UTF_8), ObjectType.of(String.class), Format.AUTO))
                .isEqualTo("é");
    }

    @Test
    void bytes_are_copied() {
        byte[] mine = {1};
        byte[] written = codec.write(mine, ObjectType.of(byte[].class), Format.BYTES);
        byte[] read = codec.read(written, ObjectType.of(byte[].class), Format.BYTES);

        assertThat(written).isNotSameAs(mine);
        assertThat(read).isNotSameAs(written).containsExactly(1);
    }

    @Test
    void text_and_bytes_are_for_text_and_bytes() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.write(1, ObjectType.of(Integer.class), Format.TEXT))
                .withMessageContaining("TEXT is for String only");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(new byte[0], ObjectType.of(String.class), Format.BYTES))
                .withMessageContaining("BYTES is for byte[] only");
    }

    @Test
    void what_is_not_utf8_is_an_error() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(new byte[] {'a', (byte) 0xff}, ObjectType.of(String.class), Format.TEXT))
                .withMessageContaining("they are not UTF-8")
                .withMessageContaining("readBytes");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(
                        () -> codec.read(new byte[] {'"', (byte) 0xc3, '"'}, ObjectType.of(String.class), Format.JSON));
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.write("\ud800", ObjectType.of(String.class), Format.TEXT));
    }

    @Test
    void a_byte_order_mark_is_part_of_text_and_no_part_of_json() {
        assertThat(roundTrip("\ufeffa", ObjectType.of(String.class), Format.TEXT))
                .isEqualTo("\ufeffa");
        assertThat(codec.read(
                        "\ufeff{\"slope\":1,\"intercept\":2}".getBytes(UTF_8), ObjectType.of(Line.class), Format.JSON))
                .isEqualTo(new Line(1, 2));
    }

    @Test
    void xml_says_the_encoding_that_it_has() {
        assertThat(codec.write("ü", ObjectType.of(String.class), Format.XML))
                .asString(UTF_8)
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?><String>ü</String>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"slope\":1}",
                "{\"slope\":1,\"intercept\":null}",
                "{\"slope\":1,\"intercept\":2,\"curve\":3}",
                "{\"slope\":1,\"intercept\":2} x",
                "{\"slope\":1,\"slope\":1,\"intercept\":2}",
                "null",
                "[1,2]",
                "{\"slope\":\"steep\",\"intercept\":2}",
            })
    void bad_json_is_an_error_that_says_so(String json) {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(json.getBytes(UTF_8), ObjectType.of(Line.class), Format.JSON))
                .withMessageContaining("these bytes are no " + Line.class.getTypeName() + " in JSON")
                .withMessageContaining("why:  ")
                .withMessageContaining("fix:  ");
    }

    @Test
    void json_nested_beyond_reason_is_an_error() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(
                        "[".repeat(100_000).getBytes(UTF_8), new ObjectType<List<Object>>() {}, Format.JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Line>",
                "<Line><slope>1</slope></Line>",
                "<Line><slope>1</slope><intercept>2</intercept></Line><Line/>",
                "<!DOCTYPE Line><Line><slope>1</slope><intercept>2</intercept></Line>",
                "<!DOCTYPE Line SYSTEM \"http://127.0.0.1:1/x.dtd\"><Line><slope>1</slope><intercept>2</intercept></Line>",
                "<!DOCTYPE Line [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Line><slope>&x;</slope></Line>",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><Line><slope>&b;</slope></Line>",
                "<Line><slope>&x;</slope><intercept>2</intercept></Line>",
            })
    void bad_xml_is_an_error_that_says_so(String xml) {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(xml.getBytes(UTF_8), ObjectType.of(Line.class), Format.XML))
                .withMessageContaining("these bytes are no " + Line.class.getTypeName() + " in XML");
    }

    @Test
    void a_document_type_is_named_as_the_reason() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() ->
                        codec.read("<!DOCTYPE Line><Line/>".getBytes(UTF_8), ObjectType.of(Line.class), Format.XML))
                .withMessageContaining("<!DOCTYPE");
    }

    @Test
    void xml_in_another_encoding_is_an_error() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() ->
                        codec.read("<String>a</String>".getBytes(UTF_16), ObjectType.of(String.class), Format.XML));
    }

    @Test
    void names_of_classes_in_the_data_are_not_followed() {
        byte[] evil = "[\"javax.swing.JFrame\",{\"title\":\"x\"}]".getBytes(UTF_8);

        assertThat(codec.read(evil, ObjectType.of(Object.class), Format.JSON))
                .isEqualTo(List.of("javax.swing.JFrame", Map.of("title", "x")));
    }

    @Test
    void what_could_not_be_restored_is_refused_at_once() {
        Holder holder = new Holder(x -> x);

        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.write(holder, ObjectType.of(Holder.class), Format.JSON))
                .withMessageContaining("cannot be stored as JSON")
                .withMessageContaining("make it a record of numbers");
    }

    @Test
    void a_subclass_is_not_cut_down_in_silence() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.write(new Deep(), ObjectType.of(Weights.class), Format.JSON))
                .withMessageContaining(Deep.class.getTypeName())
                .withMessageContaining("own fields would be lost");
    }

    @Test
    void containers_of_every_kind_are_taken_for_their_interface() {
        assertThat(json(new TreeMap<>(Map.of("a", 1)), new ObjectType<Map<String, Integer>>() {}))
                .isEqualTo("{\"a\":1}");
        assertThat(json(new ArrayList<>(List.of(1)), new ObjectType<List<Integer>>() {}))
                .isEqualTo("[1]");
        assertThat(roundTrip(
                        new EnumMap<>(Map.of(DayOfWeek.SUNDAY, 1)),
                        new ObjectType<Map<DayOfWeek, Integer>>() {},
                        Format.JSON))
                .containsExactly(Map.entry(DayOfWeek.SUNDAY, 1));
        assertThat(roundTrip(
                        new HashMap<>(Map.of(2, "b", 10, "a")), new ObjectType<Map<Integer, String>>() {}, Format.JSON))
                .isEqualTo(Map.of(2, "b", 10, "a"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_is_no_value() {
        assertThatNullPointerException().isThrownBy(() -> codec.write(null, ObjectType.of(Line.class), Format.JSON));
    }

    private <T> T roundTrip(T value, ObjectType<T> type, Format format) {
        return codec.read(codec.write(value, type, format), type, format);
    }

    private <T> String json(T value, ObjectType<T> type) {
        return new String(codec.write(value, type, Format.JSON), UTF_8);
    }
}
