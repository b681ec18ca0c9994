package io.trainyard.stores.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreException;
import io.trainyard.stores.jdbc.ContentStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Contents as objects of a bucket. */
final class S3Contents implements ContentStore {

    private static final String OWNER = "owner";
    private static final String CHECKSUM = "sha256";
    private static final int EXISTS = 412;
    private static final int AT_WORK = 409;

    private final S3Client client;
    private final String bucket;
    private final String start;

    S3Contents(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.start = prefix.isEmpty() ? "" : prefix + "/";
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + start;
    }

    @Override
    public void claim(UUID project) {
        String failure = "the object store " + name() + " cannot be opened";
        byte[] mark = project.toString().getBytes(UTF_8);
        String found = calling(failure, () -> {
            if (read(OWNER).isEmpty()) {
                putNew(OWNER, mark, "");
            }
            return new String(read(OWNER).orElse(mark), UTF_8);
        });
        if (!found.equals(project.toString())) {
            throw new StoreException(
                    failure,
                    "it belongs to project " + found + " of another database, and this one is " + project,
                    "take another prefix, or the database that it belongs to",
                    "the javadoc of io.trainyard.stores.s3.S3Store",
                    null);
        }
    }

    @Override
    public void put(Content content, byte[] bytes, String sha256) {
        String failure = "\"" + content.key() + "\" was not saved, and what was there stays";
        calling(failure, () -> {
            if (!putNew(object(content), bytes, sha256) && !isThere(object(content), bytes.length, sha256)) {
                throw new StoreException(
                        failure,
                        place(content) + " is there already, with other bytes",
                        "see who else writes below " + name(),
                        "the javadoc of io.trainyard.stores.s3.S3Store",
                        null);
            }
            return true;
        });
    }

    /** False if there is one with this name. */
    private boolean putNew(String object, byte[] bytes, String sha256) {
        try {
            client.putObject(
                    request -> request.bucket(bucket)
                            .key(start + object)
                            .ifNoneMatch("*")
                            .metadata(sha256.isEmpty() ? Map.of() : Map.of(CHECKSUM, sha256)),
                    RequestBody.fromBytes(bytes));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == EXISTS || e.statusCode() == AT_WORK) {
                return false;
            }
            throw e;
        }
    }

    /** After a put that came through although its answer was lost, and was tried again. */
    private boolean isThere(String object, long size, String sha256) {
        var head = client.headObject(request -> request.bucket(bucket).key(start + object));
        return head.contentLength() == size && sha256.equals(head.metadata().get(CHECKSUM));
    }

    @Override
    public Optional<byte[]> get(Content content) {
        return calling("\"" + content.key() + "\" cannot be read", () -> read(object(content)));
    }

    private Optional<byte[]> read(String object) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(start + object))
                            .asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** One by one: the request for many at once needs a checksum that not every server knows. */
    @Override
    public void remove(Collection<Content> contents) {
        calling("bytes of removed versions were not removed from " + name(), () -> {
            for (Content content : contents) {
                client.deleteObject(request -> request.bucket(bucket).key(start + object(content)));
            }
            return true;
        });
    }

    @Override
    public void list(Listing each) {
        calling("the objects of " + name() + " cannot be listed", () -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(start))
                    .contents()
                    .forEach(object -> content(object).ifPresent(content -> each.found(content, object.size())));
            return true;
        });
    }

    @Override
    public String place(Content content) {
        return name() + object(content);
    }

    private static String object(Content content) {
        return content.key() + "/" + content.id();
    }

    /** Empty for what is no content; that is somebody else's, and stays. */
    private Optional<Content> content(S3Object object) {
        String name = object.key().substring(start.length());
        int slash = name.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            Content content =
                    new Content(ObjectKey.of(name.substring(0, slash)), UUID.fromString(name.substring(slash + 1)));
            return object(content).equals(name) ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> T calling(String failure, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreException(
                    failure,
                    String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", ", "),
                    fix(e),
                    "the javadoc of io.trainyard.stores.s3.S3Store",
                    e);
        }
    }

    private static String fix(SdkException e) {
        int status = e instanceof S3Exception answer ? answer.statusCode() : 0;
        return switch (status) {
            case 0 -> "see that S3 can be reached, and that there are credentials, then try again";
            case 401, 403 -> "give these credentials the right to get, put, delete and list objects below the prefix";
            case 404 -> "create the bucket, or mend its name";
            case 429, 503 -> "S3 asks for fewer requests: try again";
            default -> "look after the server of S3, then try again";
        };
    }
}
