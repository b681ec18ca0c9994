package io.trainyard.models.torchscript;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.Trainer;
import ai.djl.training.TrainingConfig;
import ai.djl.translate.TranslateException;
import io.trainyard.models.djl.PyTorchThreads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A network in a TorchScript file, which holds its code and its parameters, for a {@code @Stored} field: what {@code torch.jit.save} wrote in Python, where
 * it was traced or scripted. Its parameters can be {@linkplain #train trained on} in Java; nothing else of it changes.
 *
 * <p>Predictions from several threads need a {@code Predictor} each. Owns native memory until it is {@linkplain #close closed}. The first one limits PyTorch
 * to one thread, if its engine has not started yet and the system properties {@code ai.djl.pytorch.num_threads} and
 * {@code ai.djl.pytorch.num_interop_threads} say nothing else.
 */
public final class TorchScript implements AutoCloseable {

    /** DJL's name of the engine. */
    public static final String ENGINE = "PyTorch";

    private final Model model;
    private final PtSymbolBlock block;

    private TorchScript(Model model, PtSymbolBlock block) {
        this.model = model;
        this.block = block;
    }

    /**
     * The network in the bytes of a file. It is code: read only a file that you, or somebody whom you trust, have written.
     *
     * @throws IOException if they are none that this version of PyTorch can run
     * @throws EngineException if PyTorch's native library is not on the class path
     */
    public static TorchScript of(byte[] file) throws IOException {
        PyTorchThreads.limit();
        Model model = Model.newInstance("torchscript", ENGINE);
        boolean read = false;
        try {
            // Model.load would leave an empty folder behind at each call
            PtSymbolBlock block = JniUtils.loadModule(
                    (PtNDManager) model.getNDManager(), new ByteArrayInputStream(file), false, false);
            block.freezeParameters(true);
            model.setBlock(block);
            read = true;
            return new TorchScript(model, block);
        } catch (EngineException e) {
            throw new IOException("it is no TorchScript that PyTorch can run: " + e.getMessage(), e);
        } finally {
            if (!read) {
                model.close();
            }
        }
    }

    /** DJL's model, with the network as its block, for predictions; closed with this. Its parameters are frozen. */
    public Model model() {
        return model;
    }

    /**
     * Trains the parameters, which are not frozen as long as it takes; nobody else may call the network meanwhile.
     *
     * @param fit is lent a trainer, which is closed when it returns, such as {@code trainer -> EasyTrain.fit(trainer, 5, data, null)}
     * @throws IOException if {@code fit} throws one, as reading the data may
     * @throws TranslateException if {@code fit} throws one
     */
    public void train(TrainingConfig config, Fit fit) throws IOException, TranslateException {
        block.freezeParameters(false);
        try (Trainer trainer = model.newTrainer(config)) {
            fit.with(trainer);
        } finally {
            // PyTorch refuses predictions of parameters that collect gradients
            block.freezeParameters(true);
        }
    }

    /** What a training does with its trainer. */
    @FunctionalInterface
    public interface Fit {

        /** Trains. */
        void with(Trainer trainer) throws IOException, TranslateException;
    }

    /** The bytes of its file, with the parameters as they are now; PyTorch of any language reads them. */
    public byte[] file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // without its size in front, which no other reader expects
        JniUtils.writeModule(block, out, false);
        return out.toByteArray();
    }

    /** Frees the native memory; it cannot be used any more. */
    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return "TorchScript with " + block.getDirectParameters().size() + " parameters";
    }
}
