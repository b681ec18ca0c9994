package io.trainyard.testkit.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps in memory what the compiler and the processors write. */
final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<String, Output> files = new TreeMap<>();

    Outputs(StandardJavaFileManager files) {
        super(files);
    }

    /** What was written as sources and resources, by path. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, file) -> {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                texts.put(path, file.text());
            }
        });
        return texts;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location place, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return file(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
            JavaFileManager.Location place, String packageName, String name, FileObject sibling) {
        String path = packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
        return file(path, JavaFileObject.Kind.OTHER);
    }

    @Override
    public FileObject getFileForInput(JavaFileManager.Location place, String packageName, String name)
            throws IOException {
        String path = packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
        Output written = files.get(path);
        return written != null ? written : super.getFileForInput(place, packageName, name);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    private Output file(String path, JavaFileObject.Kind kind) {
        return files.computeIfAbsent(path, any -> new Output(path, kind));
    }

    private static final class Output extends SimpleJavaFileObject {
        private byte[] bytes = new byte[0];
        private boolean written;

        Output(String path, Kind kind) {
            super(URI.create("memory:///" + path.replace(" ", "%20")), kind);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    bytes = toByteArray();
                    written = true;
                }
            };
        }

        @Override
        public InputStream openInputStream() throws IOException {
            if (!written) {
                throw new FileNotFoundException(getName());
            }
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }
    }
}
