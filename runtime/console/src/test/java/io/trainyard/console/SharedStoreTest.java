package io.trainyard.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.console.StoreShell.Printed;
import io.trainyard.stores.jdbc.TestDatabase;
import io.trainyard.stores.s3.S3Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that several machines reach, in PostgreSQL and S3, through the same commands as those in folders. */
final class SharedStoreTest {

    @TempDir
    private Path folder;

    private final StoreShell shell = new StoreShell(Path.of("unused"));

    @Test
    void every_command_works_in_postgresql() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            String location = database.url() + "&project=desk";
            everyCommand(location);
            assertThat(done(location, "usage")).doesNotContain("user=").contains("?project=desk");
        }
    }

    @Test
    void every_command_works_in_s3() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            inS3(server -> everyCommand(location(server, "models/desk", database)));
        }
    }

    @Test
    void backtests_and_live_runs_keep_apart_where_no_project_is_named() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            runsInto(database.url());
            assertThat(done(database.url() + "&project=backtests/apple", "versions apple/line"))
                    .contains("53");
            assertThat(done(database.url() + "&project=replays/apple", "versions apple/line"))
                    .contains("53");
            assertThat(done(database.url(), "ls")).isEqualTo("The store is empty.\n");
            inS3(server -> {
                runsInto(location(server, "models", database));
                for (String kind : new String[] {"backtests", "replays"}) {
                    assertThat(done(location(server, "models/" + kind + "/apple", database), "ls"))
                            .contains("apple/line");
                }
            });
        }
    }

    private void runsInto(String location) {
        assertThat(run("backtest", "apple", "--store", location)).contains("53 trained");
        assertThat(run("live", "apple", "--store", location, "--ledger=" + folder.resolve("l" + location.length())))
                .contains("53 trained")
                .doesNotContain("user=");
    }

    private void everyCommand(String location) {
        assertThat(put(location, "one")).isEqualTo("Saved version 1 of desk/line, 3 bytes.\n");
        put(location, "two");
        assertThat(done(location, "ls")).contains("desk/line");
        assertThat(done(location, "versions desk/line")).contains("current");
        assertThat(done(location, "versions desk/line --diff 1 2")).contains("sha256");
        assertThat(get(location, "desk/line")).isEqualTo("two");
        assertThat(get(location, "desk/line --version 1")).isEqualTo("one");
        assertThat(done(location, "pin desk/line 1")).contains("is now pinned");
        assertThat(shell.runElsewhere("rm desk/line --yes --store", location).code())
                .isEqualTo(1);
        assertThat(done(location, "unpin desk/line 1")).contains("is now unpinned");
        assertThat(done(location, "usage")).contains("3 of 5,242,880 bytes, 1 of 100 objects");
        assertThat(done(location, "verify")).contains("2 versions of 6 bytes are whole; 0 damaged.");
        assertThat(done(location, "rollback desk/line 1")).contains("Saved version 3 of desk/line");
        assertThat(done(location, "gc --keep 1 --yes")).contains("Removed 2 versions of desk/line");
        String archive = folder.resolve("models" + location.hashCode() + ".zip").toString();
        assertThat(done(location, "export " + archive)).contains("Wrote 1 version");
        assertThat(done(location, "rm desk/line --yes")).contains("Removed 1 version of desk/line");
        assertThat(done(location, "import " + archive)).contains("Saved 1 version; 0 were there already.");
        assertThat(get(location, "desk/line")).isEqualTo("one");
    }

    private String put(String location, String text) {
        shell.typing(text);
        return done(location, "put desk/line -");
    }

    private String get(String location, String words) {
        return new String(shell.runElsewhere("get " + words + " --store", location).bytes(), UTF_8);
    }

    private String done(String location, String words) {
        Printed printed = shell.runElsewhere(words + " --store", location);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        return printed.out();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), false, arguments);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private static String location(S3Server server, String place, TestDatabase database) {
        return "s3://" + place + "?region=us-east-1&endpoint=" + server.endpoint() + "&catalogue="
                + URLEncoder.encode(database.url(), UTF_8);
    }

    /** Does something with a server of S3. */
    private interface WithServer {
        void run(S3Server server);
    }

    private static void inS3(WithServer what) throws Exception {
        S3Server server = new S3Server();
        System.setProperty("aws.accessKeyId", S3Server.ID);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        try {
            what.run(server);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            server.stop();
        }
    }
}
