package io.trainyard.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trainyard.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;

/** Values as JSON and XML, by Jackson; what {@link ObjectCodec} says of them is kept here. */
final class TreeFormats {

    private TreeFormats() {}

    static byte[] writeJson(Object value, ObjectType<?> type) {
        return writeTree(Json.MAPPER, value, type, Format.JSON);
    }

    static byte[] writeXml(Object value, ObjectType<?> type) {
        return writeTree(Xml.MAPPER, value, type, Format.XML);
    }

    /** The class of a type without its arguments. */
    static Class<?> rawClass(ObjectType<?> type) {
        return Json.MAPPER.constructType(type.type()).getRawClass();
    }

    // sound: Jackson was asked for this type
    @SuppressWarnings({"unchecked", "unused"})
    private static <T> T as(ObjectType<T> type, Object value) {
        return (T) value;
    }

    private static byte[] writeTree(ObjectMapper mapper, Object value, ObjectType<?> type, Format format) {
        try {
            JavaType declared = mapper.constructType(type.type());
            refuseWhatGetsLost(value, declared);
            byte[] bytes = mapper.writerFor(declared).writeValueAsBytes(value);
            if (format == Format.XML) {
                // XML has no lists of its own, and Jackson's way around that loses some without a word; JSON tells
                ObjectWriter json = Json.MAPPER.writerFor(declared);
                if (!Arrays.equals(json.writeValueAsBytes(value), json.writeValueAsBytes(readXml(bytes, type)))) {
                    throw new IllegalArgumentException("it would come back as something else");
                }
            } else {
                readJson(bytes, type);
            }
            return bytes;
        } catch (ObjectFormatException e) {
            throw unwritable(type, format, e.getCause() == null ? e : e.getCause());
        } catch (JacksonException | IllegalArgumentException e) {
            throw unwritable(type, format, e);
        }
    }

    private static ObjectFormatException unwritable(ObjectType<?> type, Format format, Throwable cause) {
        return new ObjectFormatException(
                "this " + type + " cannot be stored as " + format,
                "it could not be written and read back: " + words(cause),
                (format == Format.XML ? "take JSON, which has lists in lists and maps, or " : "")
                        + "make it a record of numbers, text, java.time, arrays, lists, maps and other such records; or a class"
                        + " with a constructor without parameters, or one with @JsonCreator",
                cause);
    }

    /** A subclass would be cut down to what is declared, and a lambda to nothing, without a word. */
    private static void refuseWhatGetsLost(Object value, JavaType declared) {
        Class<?> raw = declared.getRawClass();
        if (raw.isHidden() || raw.isAnonymousClass()) {
            throw new IllegalArgumentException("a lambda or a class without a name cannot be found again");
        }
        boolean exact = declared.isContainerType()
                || declared.isReferenceType()
                || declared.isEnumType()
                || declared.isAbstract()
                || declared.isPrimitive()
                || raw == Object.class
                || raw.isAnnotationPresent(JsonTypeInfo.class)
                || raw == value.getClass();
        if (!exact) {
            throw new IllegalArgumentException(
                    "the value is a " + value.getClass().getTypeName()
                            + ", whose own fields would be lost; declare that type, or mark " + raw.getTypeName()
                            + " with @JsonTypeInfo");
        }
    }

    static <T> T readJson(byte[] bytes, ObjectType<T> type) {
        try {
            return present(Json.MAPPER.readValue(bytes, Json.MAPPER.constructType(type.type())), type, Format.JSON);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(type, Format.JSON, e);
        }
    }

    static <T> T readXml(byte[] bytes, ObjectType<T> type) {
        try {
            XMLStreamReader reader = Xml.INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("it has a document type (<!DOCTYPE), which is refused");
                }
            }
            return present(Xml.MAPPER.readValue(reader, Xml.MAPPER.constructType(type.type())), type, Format.XML);
        } catch (JacksonException | IllegalArgumentException | XMLStreamException | IOException e) {
            throw unreadable(type, Format.XML, e);
        }
    }

    private static <T> T present(Object value, ObjectType<T> type, Format format) {
        if (value == null) {
            throw new ObjectFormatException(
                    "these bytes are no " + type + " in " + format,
                    "they say null, and a stored value is never null",
                    "save a value, or delete the key",
                    null);
        }
        return as(type, value);
    }

    private static ObjectFormatException unreadable(ObjectType<?> type, Format format, Throwable cause) {
        return new ObjectFormatException(
                "these bytes are no " + type + " in " + format,
                words(cause),
                "read them as what they were saved as; if the type has changed since, train again or save anew",
                cause);
    }

    /** What Jackson says, without where in its own stream it stood. */
    private static String words(Throwable cause) {
        String message = cause instanceof JacksonException jackson
                ? jackson.getOriginalMessage() + at(jackson)
                : cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\s*\\n\\s*", " ");
    }

    private static String at(JacksonException e) {
        if (e.getLocation() == null || e.getLocation().getLineNr() < 1) {
            return "";
        }
        return " (line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ")";
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configured(B builder) {
        return builder.changeDefaultVisibility(checker -> checker.with(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY)
                        .withCreatorVisibility(Visibility.ANY)
                        .withScalarConstructorVisibility(Visibility.ANY))
                // a final array that is filled in place is state, too, and would come back empty without a word
                .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .addModule(new SortedSets())
                .build();
    }

    /** Made when the first JSON is. */
    private static final class Json {
        // Double.toString differs between JDK 17 and 19; Jackson's own writer does not
        static final JsonMapper MAPPER = configured(JsonMapper.builder(JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()));
    }

    /** Made when the first XML is. */
    private static final class Xml {
        private static final XmlFactory FACTORY = XmlFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        static final XMLInputFactory INPUT = FACTORY.getXMLInputFactory();
        static final XmlMapper MAPPER =
                configured(XmlMapper.builder(FACTORY).enable(XmlWriteFeature.WRITE_XML_DECLARATION));

        static {
            // Jackson's own choice as well; said here, since everything hangs on it
            INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            INPUT.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        }
    }
}
