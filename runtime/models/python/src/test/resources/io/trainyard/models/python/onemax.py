import json
import random

from deap import algorithms, base, creator, tools

creator.create("Fitness", base.Fitness, weights=(1.0,))
creator.create("Individual", list, fitness=creator.Fitness)


def train(genes, seed):
    random.seed(seed)
    toolbox = base.Toolbox()
    toolbox.register("gene", random.randint, 0, 1)
    toolbox.register("individual", tools.initRepeat, creator.Individual, toolbox.gene, genes)
    toolbox.register("population", tools.initRepeat, list, toolbox.individual)
    toolbox.register("evaluate", lambda individual: (sum(individual),))
    toolbox.register("mate", tools.cxTwoPoint)
    toolbox.register("mutate", tools.mutFlipBit, indpb=0.05)
    toolbox.register("select", tools.selTournament, tournsize=3)
    best = tools.HallOfFame(1)
    algorithms.eaSimple(toolbox.population(60), toolbox, 0.5, 0.2, 30, halloffame=best, verbose=False)
    return list(best[0])


def dump(model):
    return json.dumps(model).encode()


def load(data):
    return json.loads(data)


def fitness(model):
    return sum(model)
