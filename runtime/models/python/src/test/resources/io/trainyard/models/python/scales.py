"""A model of the standard library alone: the mean of each column, or whatever goes wrong today."""
import array
import os
import struct
import sys
import time

import trainyard


def train(x, shift=0.0):
    print("training on", len(x), "rows")
    trainyard.progress(0.5, "half")
    means = [sum(row[column] for row in x) / len(x) + shift for column in range(len(x[0]))]
    trainyard.metric("columns", len(means))
    trainyard.parameter("shift", shift)
    return means


def dump(model):
    return struct.pack(f"<{len(model)}d", *model)


def load(data):
    return list(array.array("d", data))


def predict(model, x):
    return [sum(value - mean for value, mean in zip(row, model)) for row in x]


def echo(**values):
    return values


def word(value):
    return value


def environment():
    return "\n".join(sorted(os.environ))


def pid():
    return os.getpid()


def order():
    return ",".join({"alpha", "beta", "gamma", "delta", "epsilon"})


def raises(text):
    raise ValueError(text)


def exits(code):
    sys.exit(code)


def dies(code):
    os.write(2, b"about to die\n")
    os._exit(code)


def spins():
    while True:
        pass


def waits(seconds, signs):
    for sign in range(signs):
        time.sleep(seconds)
        trainyard.progress(sign / signs)
    return "awake"


def grabs(size):
    return float(len(bytearray(size)))


def shouts():
    sys.stdout.write("no frame\n")
    os.write(1, b"no frame either\n")
    return sys.stdin.read()
