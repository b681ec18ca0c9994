package io.trainyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.trainyard.store.ModelCodecContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OnnxCodecTest extends ModelCodecContract<OnnxModel> {

    @Override
    protected Class<OnnxModel> type() {
        return OnnxModel.class;
    }

    @Override
    protected String id() {
        return "onnx";
    }

    @Override
    protected OnnxModel train() throws OrtException {
        return OnnxModel.of(LinearOnnx.of(new float[] {2, -1, 0.5f}, 1));
    }

    @Override
    protected double[] predict(OnnxModel model) throws OrtException {
        float[][] x = new float[30][3];
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < 3; column++) {
                x[row][column] = (row * 31 + column * 17) % 23 / 7f;
            }
        }
        try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), x);
                OrtSession.Result result = model.session().run(Map.of("x", input))) {
            float[][] said = (float[][]) result.get(0).getValue();
            double[] predictions = new double[said.length];
            for (int row = 0; row < said.length; row++) {
                predictions[row] = said[row][0];
            }
            return predictions;
        }
    }

    @Test
    void refuses_bytes_that_are_no_model() {
        assertThatThrownBy(() -> OnnxModel.of(new byte[] {1, 2, 3})).isInstanceOf(OrtException.class);
    }
}
