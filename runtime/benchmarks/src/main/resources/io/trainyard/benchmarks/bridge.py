import time

import numpy

taken = 0.0


def train(x, y):
    global taken
    start = time.perf_counter()
    model = numpy.linalg.lstsq(x.T @ x, x.T @ y, rcond=None)[0]
    taken = time.perf_counter() - start
    return model


def dump(model):
    return model.tobytes()


def load(data):
    return numpy.frombuffer(data, dtype="<f8")


def seconds():
    return taken
