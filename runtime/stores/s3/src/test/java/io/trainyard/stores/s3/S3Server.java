package io.trainyard.stores.s3;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy on the loopback address, with a bucket in memory. */
public final class S3Server {

    /** The bucket. */
    public static final String BUCKET = "models";
    /** Who may use it. */
    public static final String ID = "trader";
    /** With which password. */
    public static final String SECRET = "secret-of-the-tests";

    private final S3Proxy proxy;

    /** Started, with an empty bucket. */
    public S3Server() throws Exception {
        BlobStore memory = new TransientNio2BlobStore();
        proxy = S3Proxy.builder()
                .blobStore(memory)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ID, SECRET)
                .build();
        proxy.start();
        try (S3Client client = client(SECRET)) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
    }

    /** Where it is. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** A client with this secret. */
    S3Client client(String secret) {
        return client(endpoint(), secret);
    }

    static S3Client client(URI endpoint, String secret) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    /** Ends it. */
    public void stop() throws Exception {
        proxy.stop();
    }
}
