"""Writes hmm-*.tsv: seeded synthetic returns, and what other implementations say of them.

Debian bookworm, /usr/bin/python3 with numpy 1.24.2, statsmodels 0.13.5, pomegranate 0.14.8:
    python3 hmm.py
Fits are pomegranate's Baum-Welch (HiddenMarkovModel.fit, no inertia, no pseudocounts), climbed until nothing changes.
Probabilities at given parameters are statsmodels' Hamilton filter and Kim smoother, from known initial probabilities;
paths and likelihoods are pomegranate's.
"""
import numpy as np
import pomegranate as pg
from statsmodels.tsa.regime_switching import markov_regression

rng = np.random.default_rng(20240607)


def chain(steps, transitions):
    path = [0]
    for _ in range(steps - 1):
        path.append(rng.choice(len(transitions), p=transitions[path[-1]]))
    return np.array(path)


def write(name, header, rows):
    with open(name, "w") as out:
        out.write("# written by hmm.py, see there\n" + "\t".join(header) + "\n")
        for row in rows:
            out.write("\t".join(v if isinstance(v, str) else repr(float(v)) for v in row) + "\n")


def parameters(model, quantities):
    """Rows of state, initial, transitions, mean, covariance; calm states first."""
    states = [s for s in model.states if s.distribution is not None]
    index = {s.name: i for i, s in enumerate(model.states)}
    dense = model.dense_transition_matrix()
    found = []
    for s in states:
        p = s.distribution.parameters
        if quantities == 1:
            mean, cov = [p[0]], [[p[1] ** 2]]
        else:
            mean, cov = p[0], p[1]
        found.append((s, np.array(mean), np.array(cov)))
    found.sort(key=lambda f: np.trace(f[2]))
    rows = []
    for s, mean, cov in found:
        initial = dense[model.start_index, index[s.name]]
        to = [dense[index[s.name], index[o.name]] for o, _, _ in found]
        rows.append((initial, to, mean, cov))
    return rows


def fit(data, distributions, quantities):
    k = len(distributions)
    sticky = np.full((k, k), 0.1 / max(1, k - 1))
    np.fill_diagonal(sticky, 0.9)
    model = pg.HiddenMarkovModel.from_matrix(sticky, distributions, np.full(k, 1 / k))
    model.fit([data], algorithm="baum-welch", stop_threshold=1e-12, max_iterations=20000, inertia=0.0)
    return model


# one quantity, two regimes, 2000 days
path = chain(2000, [[0.985, 0.015], [0.04, 0.96]])
returns = np.where(path == 0, 0.0008 + 0.006 * rng.standard_normal(2000), -0.001 + 0.018 * rng.standard_normal(2000))
returns = np.round(returns, 6)
write("hmm-returns.tsv", ["return"], [[r] for r in returns])

model = fit(returns, [pg.NormalDistribution(0.0, 0.005), pg.NormalDistribution(0.0, 0.02)], 1)
rows = [("logLikelihood", "", "", model.log_probability(returns))]
for k, (initial, to, mean, cov) in enumerate(parameters(model, 1)):
    rows.append(("initial", str(k), "", initial))
    rows += [("transition", str(k), str(j), v) for j, v in enumerate(to)]
    rows.append(("mean", str(k), "0", mean[0]))
    rows.append(("covariance", str(k), "0,0", cov[0][0]))
write("hmm-fit.tsv", ["what", "state", "index", "value"], rows)

# at given parameters
a = np.array([[0.98, 0.02], [0.05, 0.95]])
initial = np.array([0.7, 0.3])
means, variances = [0.001, -0.002], [0.00004, 0.0003]
given = markov_regression.MarkovRegression(returns, k_regimes=2, switching_variance=True)
# statsmodels moves the probabilities that it is given on by two steps before it looks at the first observation
given.initialize_known(np.linalg.solve(a.T, np.linalg.solve(a.T, initial)))
hamilton = given.smooth(np.array([a[0, 0], a[1, 0], *means, *variances]))
fixed = pg.HiddenMarkovModel.from_matrix(
    a, [pg.NormalDistribution(m, v ** 0.5) for m, v in zip(means, variances)], initial)
names = {s.name: i for i, s in enumerate(sorted(
    (s for s in fixed.states if s.distribution is not None), key=lambda s: s.distribution.parameters[1]))}
viterbi = [names[s.name] for _, s in fixed.viterbi(returns)[1] if s.distribution is not None]
rows = [(str(t), hamilton.filtered_marginal_probabilities[t, 1], hamilton.smoothed_marginal_probabilities[t, 1],
         str(viterbi[t])) for t in range(2000)]
write("hmm-given.tsv", ["step", "filtered1", "smoothed1", "path"], rows)
write("hmm-given-likelihood.tsv", ["what", "value"], [
    ("statsmodels", hamilton.llf), ("pomegranate", fixed.log_probability(returns))])

# two quantities that move together in one regime, three regimes, 900 days
path = chain(900, [[0.97, 0.02, 0.01], [0.03, 0.95, 0.02], [0.02, 0.04, 0.94]])
cov = [np.array([[0.3, 0.1], [0.1, 0.4]]), np.array([[1.0, -0.6], [-0.6, 1.5]]), np.array([[4.0, 3.0], [3.0, 6.0]])]
mean = [np.array([0.5, 0.2]), np.array([-0.5, 1.0]), np.array([-2.0, -1.5])]
pairs = np.round(np.array([rng.multivariate_normal(mean[k], cov[k]) for k in path]), 6)
write("hmm-pairs.tsv", ["first", "second"], pairs)
model = fit(pairs, [pg.MultivariateGaussianDistribution(m, c) for m, c in zip(mean, cov)], 2)
rows = [("logLikelihood", "", "", model.log_probability(pairs))]
for k, (initial, to, m, c) in enumerate(parameters(model, 2)):
    rows.append(("initial", str(k), "", initial))
    rows += [("transition", str(k), str(j), v) for j, v in enumerate(to)]
    rows += [("mean", str(k), str(i), v) for i, v in enumerate(m)]
    rows += [("covariance", str(k), "%d,%d" % (i, j), c[i][j]) for i in range(2) for j in range(2)]
write("hmm-pairs-fit.tsv", ["what", "state", "index", "value"], rows)
