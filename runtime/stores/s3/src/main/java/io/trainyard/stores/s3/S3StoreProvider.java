package io.trainyard.stores.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoreProvider;
import io.trainyard.stores.jdbc.JdbcStoreProvider;
import io.trainyard.time.WallClock;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Opens {@code s3://bucket/prefix?catalogue=jdbc:postgresql://host/database}, with credentials and region from where the AWS
 * SDK looks for them. After the question mark, with {@code %26} for an ampersand within a value:
 *
 * <ul>
 *   <li>{@code catalogue}, which must be there: the URL of the database;
 *   <li>{@code region}, such as {@code eu-central-1};
 *   <li>{@code endpoint}, for servers other than Amazon's: {@code http://127.0.0.1:9000}. Buckets are then in the path.
 * </ul>
 */
public final class S3StoreProvider implements StoreProvider {

    /** For {@code ServiceLoader}. */
    public S3StoreProvider() {}

    @Override
    public String start() {
        return "s3://";
    }

    @Override
    public StoreBackend open(String location, Quota quota, WallClock wallClock) {
        int question = location.indexOf('?');
        String place = location.substring(start().length(), question < 0 ? location.length() : question);
        Map<String, String> settings = settings(question < 0 ? "" : location.substring(question + 1));
        int slash = place.indexOf('/');
        String bucket = slash < 0 ? place : place.substring(0, slash);
        String prefix = slash < 0 ? "" : place.substring(slash + 1).replaceAll("^/+|/+$", "");
        String catalogue = settings.get("catalogue");
        if (bucket.isEmpty() || catalogue == null) {
            throw new StoreException(
                    "the object store s3://" + place + " was not opened",
                    bucket.isEmpty() ? "it names no bucket" : "it does not say where its catalogue is",
                    "write s3://bucket/prefix?catalogue=jdbc:postgresql://host/database",
                    "the javadoc of io.trainyard.stores.s3.S3StoreProvider",
                    null);
        }
        S3Client client = client(settings.get("region"), settings.get("endpoint"));
        return S3Store.open(client, bucket, prefix, JdbcStoreProvider.source(catalogue), quota, wallClock);
    }

    private static S3Client client(@Nullable String region, @Nullable String endpoint) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(60)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (region != null) {
            builder.region(Region.of(region));
        }
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
        }
        return builder.build();
    }

    private static Map<String, String> settings(String query) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : query.split("&", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), URLDecoder.decode(setting.substring(equals + 1), UTF_8));
            }
        }
        return settings;
    }
}
