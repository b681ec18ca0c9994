package io.trainyard.processor.read;

import javax.lang.model.element.TypeElement;

/** What the class path says of the types of models that are no plain data. */
public interface StoredTypes {

    /**
     * Whether a codec for the type is on the class path.
     *
     * @param binaryName the name of a class or interface, such as {@code org.tribuo.Model}
     */
    boolean haveCodec(String binaryName);

    /** The binary name of a class or interface. */
    String binaryName(TypeElement type);
}
