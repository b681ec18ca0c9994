package io.trainyard.processor;

import io.trainyard.processor.read.StoredTypes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * The codecs of models that the strategy will find. A service file cannot tell, since the compiler shows the first of that name
 * only: each codec has a file named by each type that it is for. Its folder has the name of a package, since the compiler sees nothing
 * else of a jar.
 */
final class ClassPathCodecs implements StoredTypes {

    private static final String FOLDER = "io/trainyard/codecs/";

    private final Filer filer;
    private final Elements elements;
    private final Map<String, Boolean> found = new HashMap<>();

    ClassPathCodecs(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    @Override
    public boolean haveCodec(String binaryName) {
        return !binaryName.startsWith("java.") && found.computeIfAbsent(binaryName, this::find);
    }

    private boolean find(String binaryName) {
        try {
            filer.getResource(StandardLocation.CLASS_PATH, "", FOLDER + binaryName)
                    .openInputStream()
                    .close();
            return true;
        } catch (IOException | IllegalArgumentException notThere) {
            // a file manager may lack the location altogether
            return false;
        }
    }

    @Override
    public String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }
}
