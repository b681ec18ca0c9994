package io.trainyard.stores.jdbc;

import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoreProvider;
import io.trainyard.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens {@code jdbc:postgresql://host/database?user=trader&project=sunday-trend}: a URL as the driver knows it, and the
 * project, {@code default} if it is not there. Connects anew for each call, which suits a command line; a process that
 * trades passes a pool to {@link JdbcStore#open(DataSource, String, Quota)}.
 *
 * <p>A password that the URL does not have is taken from the environment variable {@code PGPASSWORD}, or else from the file
 * {@code ~/.pgpass} or the one that {@code PGPASSFILE} names, as by {@code psql}: a command line can be read by everybody on
 * the machine.
 */
public final class JdbcStoreProvider implements StoreProvider {

    private static final String PROJECT = "project=";

    /** For {@code ServiceLoader}. */
    public JdbcStoreProvider() {}

    @Override
    public String start() {
        return "jdbc:postgresql:";
    }

    @Override
    public StoreBackend open(String location, Quota quota, WallClock wallClock) {
        int question = location.indexOf('?');
        String place = question < 0 ? location : location.substring(0, question);
        List<String> properties = new ArrayList<>(
                question < 0
                        ? List.of()
                        : List.of(location.substring(question + 1).split("&")));
        String project = properties.stream()
                .filter(property -> property.startsWith(PROJECT))
                .map(property -> property.substring(PROJECT.length()))
                .findFirst()
                .orElse("default");
        properties.removeIf(property -> property.startsWith(PROJECT));
        String url = properties.isEmpty() ? place : place + "?" + String.join("&", properties);
        return JdbcStore.open(source(url), project, quota, wallClock);
    }

    /**
     * Connections to a URL of the driver, one for each call, each given up after ten seconds.
     *
     * @throws StoreException if it is no URL of the driver
     */
    public static DataSource source(String url) {
        return source(url, System.getenv());
    }

    static PGSimpleDataSource source(String url, Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(10);
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "the object store was not opened",
                    "this is no URL of the PostgreSQL driver: " + StoreProvider.withoutSecrets(url),
                    "write jdbc:postgresql://host:5432/database?user=name&project=name",
                    "the javadoc of io.trainyard.stores.jdbc.JdbcStoreProvider",
                    e);
        }
        String password = environment.get("PGPASSWORD");
        if (source.getPassword() == null && password != null) {
            source.setPassword(password);
        }
        return source;
    }
}
