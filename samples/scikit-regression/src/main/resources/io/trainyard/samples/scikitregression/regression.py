"""scikit-learn's least squares. A model is six numbers: dump and load write them as they are, and no pickle is needed."""
import numpy
from sklearn.linear_model import LinearRegression

import trainyard


def train(x, y):
    model = LinearRegression().fit(x, y)
    trainyard.metric("r2", model.score(x, y))
    return model


def predict(model, x):
    return model.predict(x)


def dump(model):
    return numpy.append(model.coef_, model.intercept_).astype("<f8").tobytes()


def load(data):
    numbers = numpy.frombuffer(data, "<f8")
    model = LinearRegression()
    model.coef_, model.intercept_ = numbers[:-1], numbers[-1]
    return model
