"""Writes the golden files of this folder with real Keras: models, their inputs, and what Keras predicts.

Written by Keras 3.15.1 on JAX 0.10.2 (pip install keras jax h5py), as `python goldens.py`, in this folder. dense305.keras and
recurrent305.keras are by Keras 3.0.5 on PyTorch, and not by this script.
"""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["JAX_DEFAULT_MATMUL_PRECISION"] = "highest"

import keras
import numpy as np
from keras import layers as L

random = np.random.default_rng(7)
keras.utils.set_random_seed(7)


def spread(model):
    """Random weights also where Keras starts with zeros and ones; variances stay positive."""
    for layer in model.layers:
        weights = [random.normal(0, 0.4, w.shape) for w in layer.get_weights()]
        if isinstance(layer, L.BatchNormalization):
            weights[-1] = random.uniform(0.2, 2.0, weights[-1].shape)
        layer.set_weights(weights)


def arrays(values):
    values = values if isinstance(values, (list, tuple)) else [values]
    return [{"shape": list(v.shape), "values": [float(x) for x in np.asarray(v).ravel()]} for v in values]


def golden(name, model, rows=4, **more):
    shapes = [x.shape[1:] for x in model.inputs]
    # where Keras leaves the number of steps open, seven
    inputs = [random.normal(0, 1, (rows, *(7 if d is None else d for d in s))).astype("float32") for s in shapes]
    said = model(inputs if len(inputs) > 1 else inputs[0], training=False)
    said = [np.asarray(x) for x in (said if isinstance(said, (list, tuple)) else [said])]
    model.save(f"{name}.keras")
    with open(f"{name}.json", "w") as out:
        json.dump({"inputs": arrays(inputs), "outputs": arrays(said), **more}, out)
        out.write("\n")
    return inputs


def sequential(*layers):
    model = keras.Sequential(list(layers))
    spread(model)
    return model


golden("gru", sequential(keras.Input((None, 3)), L.GRU(5, return_sequences=True), L.GRU(4, go_backwards=True, use_bias=False), L.Dense(2)))
golden("lstm", sequential(
    keras.Input((None, 3)),
    L.LSTM(5, return_sequences=True, go_backwards=True),
    L.LSTM(4, use_bias=False, return_sequences=True),
    L.LSTM(3),
    L.Dense(2, use_bias=False)))

x = keras.Input((11, 4))
branches = [L.Conv1D(3, 3, padding=p, strides=s, dilation_rate=d, activation="tanh")(x)
            for p in ("valid", "same", "causal") for s, d in ((1, 1), (2, 1), (3, 1), (1, 2))]
branches += [L.Conv1D(4, 2, padding="same", strides=2, groups=2, use_bias=False)(x), L.Conv1D(2, 4, padding="same")(x)]
model = keras.Model(x, L.Concatenate()([L.Flatten()(b) for b in branches]))
spread(model)
golden("convolutions", model)

golden("open_steps", sequential(keras.Input((None, 2)), L.Conv1D(3, 3, padding="causal", activation="relu"), L.BatchNormalization(), L.LSTM(3), L.Dense(1)))

golden("normalized", sequential(
    keras.Input((5, 3)), L.BatchNormalization(), L.Flatten(), L.BatchNormalization(center=False, epsilon=0.01),
    L.Dense(6), L.BatchNormalization(scale=False), L.Dense(4), L.BatchNormalization(scale=False, center=False, momentum=0.9)))

names = ["linear", "relu", "relu6", "leaky_relu", "sigmoid", "tanh", "softmax", "log_softmax", "elu", "selu", "gelu", "softplus",
         "softsign", "silu", "swish", "mish", "exponential", "hard_sigmoid"]
x = keras.Input((6,))
y = L.Dense(6)(x)
outputs = [L.Activation(n)(y) for n in names]
outputs += [L.Dense(3, activation=n)(x) for n in ("relu", "softmax", "gelu", "log_softmax")]
outputs += [L.ReLU()(y), L.ReLU(max_value=0.8, negative_slope=0.1)(y), L.LeakyReLU()(y), L.LeakyReLU(negative_slope=0.05)(y), L.ELU(alpha=0.5)(y), L.Softmax()(y)]
model = keras.Model(x, L.Concatenate()(outputs))
spread(model)
golden("activations", model, rows=6)

a, b, c = keras.Input((4, 3), name="a"), keras.Input((4, 3), name="b"), keras.Input((2,), name="c")
merged = L.Concatenate(axis=1)([L.Add()([a, b]), L.Subtract()([a, b]), L.Multiply()([a, b]), L.Average()([a, b, a]), L.Maximum()([a, b]), L.Minimum()([a, b])])
d = L.Dropout(0.5)(L.Dense(3, activation="relu")(merged))
both = L.Concatenate()([L.Flatten()(d), c])
model = keras.Model([b, c, a], [L.Dense(2, name="first")(both), L.Dense(1, activation="sigmoid", name="second")(both)])
spread(model)
golden("branches", model)

# one step of gradient descent in Keras: what DJL has to come to as well, frozen layers and all
for name, stack in {
    "step_recurrent": [keras.Input((6, 3)), L.LSTM(4, return_sequences=True), L.GRU(4), L.Dense(3, activation="tanh", trainable=False), L.Dense(1)],
    "step_convolution": [keras.Input((8, 2)), L.Conv1D(3, 3, padding="same", activation="tanh"), L.BatchNormalization(trainable=False), L.Flatten(), L.Dense(1)],
    "step_normalized": [keras.Input((3,)), L.Dense(4), L.BatchNormalization(), L.Dense(1)],
}.items():
    model = sequential(*stack)
    inputs = golden(name, model, rows=16)
    labels = random.normal(0, 1, (16, 1)).astype("float32")
    model.compile(keras.optimizers.SGD(0.1), "mse")
    model.train_on_batch(inputs[0], labels)
    after = np.asarray(model(inputs[0], training=False))
    golden_file = json.load(open(f"{name}.json"))
    with open(f"{name}.json", "w") as out:
        json.dump({**golden_file, "labels": arrays(labels), "after": arrays(after)}, out)
        out.write("\n")
