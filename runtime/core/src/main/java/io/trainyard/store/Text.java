package io.trainyard.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Text to bytes and back, where what does not fit is an error, never a replacement character. */
final class Text {

    private Text() {}

    static byte[] encode(String text, Charset charset) {
        if (!charset.canEncode()) {
            throw new ObjectFormatException(
                    "this text cannot be written as " + charset,
                    "the charset is for reading only",
                    "save it as UTF-8",
                    null);
        }
        try {
            ByteBuffer encoded = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new ObjectFormatException(
                    "this text cannot be written as " + charset,
                    "it has half of a surrogate pair, or a character that " + charset + " does not have ("
                            + e.getMessage() + ")",
                    "save it as UTF-8, or with saveBytes, or mend the text",
                    e);
        }
    }

    static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ObjectFormatException(
                    "these " + bytes.length + " bytes are no text",
                    "they are not " + charset + " (" + e.getMessage() + ")",
                    "read them with readBytes",
                    e);
        }
    }
}
