package io.trainyard.processor.source;

import java.util.Optional;

/** Models of machine-learning libraries that are no plain data, and which artifact of ours stores them. */
public enum LibraryModel {
    /** A booster of XGBoost. */
    XGBOOST("ml.dmlc.xgboost4j.java.Booster", "XGBoost", "xgboost", ""),
    /** A booster of LightGBM. */
    LIGHTGBM("io.github.metarank.lightgbm4j.LGBMBooster", "LightGBM", "lightgbm", ""),
    /** A support-vector machine. */
    LIBSVM("libsvm.svm_model", "LIBSVM", "libsvm", ""),
    /** A genotype. */
    JENETICS("io.jenetics.Genotype", "Jenetics", "jenetics", ""),
    /** Any model of Tribuo. */
    TRIBUO("org.tribuo.Model", "Tribuo", "tribuo", ""),
    /** A network of DJL with its parameters. */
    DJL_MODEL("ai.djl.Model", "DJL", "djl", "io.trainyard.models.djl.Network"),
    /** A network of DJL. */
    DJL_BLOCK("ai.djl.nn.Block", "DJL", "djl", "io.trainyard.models.djl.Network"),
    /** A graph of TensorFlow. */
    TENSORFLOW_GRAPH(
            "org.tensorflow.Graph", "TensorFlow", "tensorflow", "io.trainyard.models.tensorflow.TensorFlowModel"),
    /** A session of TensorFlow. */
    TENSORFLOW_SESSION(
            "org.tensorflow.Session", "TensorFlow", "tensorflow", "io.trainyard.models.tensorflow.TensorFlowModel"),
    /** A model of TensorFlow. */
    TENSORFLOW_MODEL(
            "org.tensorflow.SavedModelBundle",
            "TensorFlow",
            "tensorflow",
            "io.trainyard.models.tensorflow.TensorFlowModel"),
    /** A session of ONNX Runtime. */
    ONNX("ai.onnxruntime.OrtSession", "ONNX Runtime", "onnx", "io.trainyard.models.onnx.OnnxModel");

    private final String type;
    private final String library;
    private final String artifact;
    private final String instead;

    LibraryModel(String type, String library, String artifact, String instead) {
        this.type = type;
        this.library = library;
        this.artifact = artifact;
        this.instead = instead;
    }

    /** The one with this class or interface. */
    public static Optional<LibraryModel> of(String typeName) {
        for (LibraryModel model : values()) {
            if (model.type.equals(typeName)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /** What its library is called. */
    public String library() {
        return library;
    }

    /** The dependency with the codec. */
    public String dependency() {
        return "io.trainyard:trainyard-models-" + artifact;
    }

    /** The class of ours by which a field is declared instead; empty where the library's own will do. */
    public Optional<String> instead() {
        return instead.isEmpty() ? Optional.empty() : Optional.of(instead);
    }
}
