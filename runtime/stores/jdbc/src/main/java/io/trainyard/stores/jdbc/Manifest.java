package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.Format;
import io.trainyard.store.Birth;
import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectCodec;
import io.trainyard.store.ObjectFormatException;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** All of a version that never changes, as it stands in the database: JSON and its checksum. */
record Manifest(String json, String sha256) {

    private static final ObjectCodec CODEC = new ObjectCodec();
    private static final ObjectType<Facts> FACTS = ObjectType.of(Facts.class);

    private record Facts(
            String key, long number, Instant committedAt, boolean candidate, long size, String sha256, Birth birth) {}

    static Manifest of(ModelVersion version) {
        Facts facts = new Facts(
                version.key(),
                version.number(),
                version.committedAt(),
                version.candidate(),
                version.size(),
                version.sha256(),
                version.birth());
        byte[] json = CODEC.write(facts, FACTS, Format.JSON);
        return new Manifest(new String(json, UTF_8), checksum(json));
    }

    /**
     * The version.
     *
     * @throws DamagedObjectException if this is not what was saved of it
     */
    ModelVersion version(ObjectKey key, long number, boolean pinned, String place) {
        byte[] bytes = json.getBytes(UTF_8);
        if (!checksum(bytes).equals(sha256)) {
            throw damaged(key, number, "the manifest does not match its SHA-256 checksum", place, null);
        }
        Facts facts = read(bytes, key, number, place);
        if (!facts.key.equals(key.value()) || facts.number != number) {
            throw damaged(
                    key,
                    number,
                    "the manifest belongs to version " + facts.number + " of \"" + facts.key + "\"",
                    place,
                    null);
        }
        return new ModelVersion(
                facts.key, number, facts.birth, facts.committedAt, facts.candidate, pinned, facts.size, facts.sha256);
    }

    private static Facts read(byte[] bytes, ObjectKey key, long number, String place) {
        try {
            return CODEC.read(bytes, FACTS, Format.JSON);
        } catch (ObjectFormatException e) {
            throw damaged(key, number, "the manifest is no manifest", place, e);
        }
    }

    private static DamagedObjectException damaged(
            ObjectKey key, long number, String damage, String place, @Nullable Throwable cause) {
        return new DamagedObjectException(key, number, damage, place, cause);
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
