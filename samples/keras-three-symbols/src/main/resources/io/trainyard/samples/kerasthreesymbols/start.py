"""Writes start.keras, the network that every training of this sample starts from (pip install keras jax h5py; Keras 3.15.1, JAX)."""

import os

os.environ["KERAS_BACKEND"] = "jax"

import keras

keras.utils.set_random_seed(1)
keras.Sequential(
    [keras.Input((5,)), keras.layers.Dense(10, activation="relu"), keras.layers.Dense(1)], name="price_changes"
).save("start.keras")
