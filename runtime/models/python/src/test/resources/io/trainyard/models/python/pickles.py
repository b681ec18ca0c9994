"""A model that only a pickle can hold, of a class of the script's own."""
import os


class Mean:
    def __init__(self, value):
        self.value = value


class Trap:
    def __reduce__(self):
        return os.getpid, ()


def train(x, trap=False):
    return Trap() if trap else Mean(float(sum(x)) / len(x))


def predict(model):
    return model.value
