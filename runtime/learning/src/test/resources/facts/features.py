"""Writes features-series.tsv, features.tsv, relevance.tsv, and the list of names in src/main: tsfresh's features of seeded series.

Debian bookworm, /usr/bin/python3 with numpy 1.24.2, scipy 1.10.1, pandas 1.5.3, statsmodels 0.13.5:
    python3 features.py
Each feature is computed here from its definition in tsfresh's documentation (tsfresh.readthedocs.io, list of extracted features),
by numpy, scipy.signal.welch, scipy.stats.linregress, pandas and statsmodels (acf, pacf, AutoReg, adfuller), which is what tsfresh
is built on. Relevance is scipy.stats.kendalltau (asymptotic), ks_2samp, mannwhitneyu, fisher_exact, and statsmodels' multipletests
(fdr_by), as in tsfresh.feature_selection.
"""
import math
import warnings

import numpy as np
import pandas as pd
from scipy import signal, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.tsa.ar_model import AutoReg
from statsmodels.tsa.stattools import acf, adfuller, pacf

warnings.simplefilter("ignore")
NAN = float("nan")


def runs(mask):
    best = now = 0
    for flag in mask:
        now = now + 1 if flag else 0
        best = max(best, now)
    return best


def welch(x):
    return signal.welch(x, nperseg=min(len(x), 256))[1]


def entropy_of_counts(counts, n):
    p = np.array([c for c in counts if c > 0]) / n
    return float(-(p * np.log(p)).sum())


def binned_entropy(x, max_bins):
    return entropy_of_counts(np.histogram(x, bins=max_bins)[0], len(x))


def lempel_ziv(x, bins):
    symbols = np.searchsorted(np.linspace(x.min(), x.max(), bins + 1)[1:], x, side="left")
    words, word = set(), ()
    for s in symbols:
        word += (s,)
        if word not in words:
            words.add(word)
            word = ()
    return len(words) / len(x)


def permutation_entropy(x, tau, dimension):
    starts = range(0, len(x) - dimension + 1, tau)
    patterns = {}
    for s in starts:
        key = tuple(stats.rankdata(x[s:s + dimension], method="ordinal"))
        patterns[key] = patterns.get(key, 0) + 1
    return entropy_of_counts(patterns.values(), len(starts)) if len(starts) > 0 else NAN


def chunks_trend(x, attr, chunk_len, f_agg):
    if chunk_len >= len(x):
        return NAN
    parts = [x[i:i + chunk_len] for i in range(0, len(x), chunk_len)]
    aggregated = [getattr(np, f_agg)(p) for p in parts]
    return getattr(stats.linregress(range(len(aggregated)), aggregated), attr)


def spectral(x, aggtype):
    y = np.abs(np.fft.rfft(x))
    k = np.arange(len(y))
    moment = lambda p: (y * k ** float(p)).sum() / y.sum()
    centroid = moment(1)
    variance = moment(2) - centroid ** 2
    if aggtype == "centroid":
        return centroid
    if aggtype == "variance":
        return variance
    if variance < 0.5:
        return NAN
    if aggtype == "skew":
        return (moment(3) - 3 * centroid * variance - centroid ** 3) / variance ** 1.5
    # as tsfresh defines it: the last term is not to the fourth power
    return (moment(4) - 4 * centroid * moment(3) + 6 * moment(2) * centroid ** 2 - 3 * centroid) / variance ** 2


def change_quantiles(x, f_agg, isabs, qh, ql):
    low, high = np.quantile(x, ql), np.quantile(x, qh)
    if ql >= qh or low == high:
        return 0.0
    inside = (x >= low) & (x <= high)
    changes = [b - a for a, b, i, j in zip(x, x[1:], inside, inside[1:]) if i and j]
    if not changes:
        return 0.0
    return getattr(np, f_agg)(np.abs(changes) if isabs else changes)


def autocorrelation(x, lag):
    if len(x) <= lag or np.var(x) <= 1e-8:
        return NAN
    centred = x - x.mean()
    return (centred[:len(x) - lag] * centred[lag:]).mean() / np.var(x)


def agg_autocorrelation(x, f_agg, maxlag):
    if np.var(x) < 1e-10 or len(x) == 1:
        return 0.0
    return getattr(np, f_agg)(acf(x, adjusted=True, fft=False, nlags=maxlag)[1:maxlag + 1])


def partial_autocorrelation(x, lag):
    most = min(9, len(x) // 2 - 1)
    if most <= 0 or lag > most:
        return NAN
    return pacf(x, method="ld", nlags=most)[lag]


def ar_coefficient(x, coeff, k):
    if len(x) - k < k + 1:
        return NAN
    return AutoReg(list(x), lags=k, trend="c").fit().params[coeff]


def dickey_fuller(x, attr, autolag):
    try:
        return adfuller(x, autolag=autolag)[["teststat", "pvalue", "usedlag"].index(attr)]
    except ValueError:
        return NAN


def templates(x, m):
    return np.lib.stride_tricks.sliding_window_view(x, m)


def close_pairs(x, m, tolerance):
    t = templates(x, m)
    return (np.abs(t[:, None, :] - t[None, :, :]).max(axis=2) <= tolerance).sum(axis=0)


def sample_entropy(x):
    a = (close_pairs(x, 3, 0.2 * np.std(x)) - 1).sum()
    b = (close_pairs(x, 2, 0.2 * np.std(x)) - 1).sum()
    return -np.log(a / b)


def approximate_entropy(x, m, r):
    if len(x) <= m + 1:
        return 0.0
    phi = [np.log(close_pairs(x, k, r * np.std(x)) / (len(x) - k + 1)).mean() for k in (m, m + 1)]
    return abs(phi[0] - phi[1])


def benford(x):
    digits = [int(("%.16e" % abs(v))[0]) if v != 0 else 0 for v in x]
    return np.corrcoef(
        [math.log10(1 + 1 / d) for d in range(1, 10)], [digits.count(d) / len(x) for d in range(1, 10)])[0, 1]


def peaks(x, n):
    return sum(all(x[i] > x[i - j] and x[i] > x[i + j] for j in range(1, n + 1)) for i in range(n, len(x) - n))


def counts(x):
    return pd.Series(x).value_counts()


def first_mass(x, q):
    total = np.abs(x).sum()
    return NAN if total == 0 else (np.argmax(np.cumsum(np.abs(x)) / total >= q) + 1) / len(x)


def fft(x, attr, coeff):
    f = np.fft.rfft(x)
    if coeff >= len(f):
        return NAN
    return {"real": f[coeff].real, "imag": f[coeff].imag, "abs": abs(f[coeff]), "angle": np.angle(f[coeff], deg=True)}[attr]


MINIMAL = {
    "sum_values": lambda x: x.sum(), "median": np.median, "mean": np.mean, "length": len,
    "standard_deviation": np.std, "variance": np.var, "root_mean_square": lambda x: math.sqrt((x ** 2).mean()),
    "maximum": np.max, "absolute_maximum": lambda x: np.abs(x).max(), "minimum": np.min,
}
PLAIN = {
    "variance_larger_than_standard_deviation": lambda x: np.var(x) > np.std(x),
    "has_duplicate_max": lambda x: list(x).count(x.max()) > 1,
    "has_duplicate_min": lambda x: list(x).count(x.min()) > 1,
    "has_duplicate": lambda x: len(set(x)) < len(x),
    "abs_energy": lambda x: (x ** 2).sum(),
    "mean_abs_change": lambda x: np.abs(np.diff(x)).mean(),
    "mean_change": lambda x: np.diff(x).mean(),
    "mean_second_derivative_central": lambda x: ((x[2:] - 2 * x[1:-1] + x[:-2]) / 2).mean(),
    "skewness": lambda x: pd.Series(x).skew(), "kurtosis": lambda x: pd.Series(x).kurtosis(),
    "variation_coefficient": lambda x: np.std(x) / np.mean(x) if np.mean(x) != 0 else NAN,
    "absolute_sum_of_changes": lambda x: np.abs(np.diff(x)).sum(),
    "longest_strike_below_mean": lambda x: runs(x < x.mean()),
    "longest_strike_above_mean": lambda x: runs(x > x.mean()),
    "count_above_mean": lambda x: (x > x.mean()).sum(), "count_below_mean": lambda x: (x < x.mean()).sum(),
    "last_location_of_maximum": lambda x: (np.flatnonzero(x == x.max())[-1] + 1) / len(x),
    "first_location_of_maximum": lambda x: np.flatnonzero(x == x.max())[0] / len(x),
    "last_location_of_minimum": lambda x: (np.flatnonzero(x == x.min())[-1] + 1) / len(x),
    "first_location_of_minimum": lambda x: np.flatnonzero(x == x.min())[0] / len(x),
    "percentage_of_reoccurring_values_to_all_values": lambda x: (counts(x) > 1).mean(),
    "percentage_of_reoccurring_datapoints_to_all_datapoints": lambda x: counts(x)[counts(x) > 1].sum() / len(x),
    "sum_of_reoccurring_values": lambda x: sum(v for v, c in counts(x).items() if c > 1),
    "sum_of_reoccurring_data_points": lambda x: sum(v * c for v, c in counts(x).items() if c > 1),
    "ratio_value_number_to_time_series_length": lambda x: len(set(x)) / len(x),
    "benford_correlation": benford,
}
COSTLY = [
    ("sample_entropy", [{}], lambda x: sample_entropy(x)),
    ("approximate_entropy", [{"m": 2, "r": r} for r in (0.1, 0.3, 0.5, 0.7, 0.9)], approximate_entropy),
]
# parameters as in tsfresh's EfficientFCParameters
WITH_PARAMETERS = [
    ("time_reversal_asymmetry_statistic", [{"lag": k} for k in (1, 2, 3)], lambda x, lag: 0.0 if 2 * lag >= len(x)
     else (x[2 * lag:] ** 2 * x[lag:-lag] - x[lag:-lag] * x[:-2 * lag] ** 2).mean()),
    ("c3", [{"lag": k} for k in (1, 2, 3)], lambda x, lag: 0.0 if 2 * lag >= len(x)
     else (x[2 * lag:] * x[lag:-lag] * x[:-2 * lag]).mean()),
    ("cid_ce", [{"normalize": True}, {"normalize": False}],
     lambda x, normalize: math.sqrt((np.diff(x / np.std(x) if normalize else x) ** 2).sum()) if np.std(x) > 0 else 0.0),
    ("symmetry_looking", [{"r": r * 0.05} for r in range(20)],
     lambda x, r: abs(x.mean() - np.median(x)) < r * (x.max() - x.min())),
    ("large_standard_deviation", [{"r": r * 0.05} for r in range(1, 20)], lambda x, r: np.std(x) > r * (x.max() - x.min())),
    ("quantile", [{"q": q} for q in (0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9)], lambda x, q: np.quantile(x, q)),
    ("autocorrelation", [{"lag": k} for k in range(10)], autocorrelation),
    ("agg_autocorrelation", [{"f_agg": s, "maxlag": 40} for s in ("mean", "median", "var")], agg_autocorrelation),
    ("partial_autocorrelation", [{"lag": k} for k in range(10)], partial_autocorrelation),
    ("number_peaks", [{"n": n} for n in (1, 3, 5, 10, 50)], peaks),
    ("binned_entropy", [{"max_bins": 10}], binned_entropy),
    ("index_mass_quantile", [{"q": q} for q in (0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9)], first_mass),
    ("spkt_welch_density", [{"coeff": k} for k in (2, 5, 8)],
     lambda x, coeff: welch(x)[coeff] if coeff < len(welch(x)) else NAN),
    ("ar_coefficient", [{"coeff": c, "k": 10} for c in range(11)], ar_coefficient),
    ("change_quantiles", [{"f_agg": f, "isabs": b, "qh": qh, "ql": ql} for ql in (0.0, 0.2, 0.4, 0.6, 0.8)
                          for qh in (0.2, 0.4, 0.6, 0.8, 1.0) for b in (False, True) for f in ("mean", "var") if ql < qh],
     change_quantiles),
    ("fft_coefficient", [{"attr": a, "coeff": k} for a in ("real", "imag", "abs", "angle") for k in range(100)], fft),
    ("fft_aggregated", [{"aggtype": s} for s in ("centroid", "variance", "skew", "kurtosis")], spectral),
    ("value_count", [{"value": v} for v in (0, 1, -1)], lambda x, value: (x == value).sum()),
    ("range_count", [{"max": b, "min": a} for a, b in ((-1, 1), (-1e12, 0), (0, 1e12))],
     lambda x, max, min: ((x >= min) & (x < max)).sum()),
    ("linear_trend", [{"attr": a} for a in ("pvalue", "rvalue", "intercept", "slope", "stderr")],
     lambda x, attr: getattr(stats.linregress(range(len(x)), x), attr)),
    ("agg_linear_trend", [{"attr": a, "chunk_len": n, "f_agg": f} for a in ("rvalue", "intercept", "slope", "stderr")
                          for n in (5, 10, 50) for f in ("max", "min", "mean", "var")], chunks_trend),
    ("augmented_dickey_fuller", [{"attr": a, "autolag": "AIC"} for a in ("teststat", "pvalue", "usedlag")], dickey_fuller),
    ("number_crossing_m", [{"m": m} for m in (0, -1, 1)], lambda x, m: ((x[1:] > m) != (x[:-1] > m)).sum()),
    ("energy_ratio_by_chunks", [{"num_segments": 10, "segment_focus": i} for i in range(10)],
     lambda x, num_segments, segment_focus: (np.array_split(x, num_segments)[segment_focus] ** 2).sum() / (x ** 2).sum()),
    ("ratio_beyond_r_sigma", [{"r": r} for r in (0.5, 1, 1.5, 2, 2.5, 3, 5, 6, 7, 10)],
     lambda x, r: (np.abs(x - x.mean()) > r * np.std(x)).mean()),
    ("count_above", [{"t": 0}], lambda x, t: (x >= t).mean()),
    ("count_below", [{"t": 0}], lambda x, t: (x <= t).mean()),
    ("lempel_ziv_complexity", [{"bins": b} for b in (2, 3, 5, 10, 100)], lempel_ziv),
    ("fourier_entropy", [{"bins": b} for b in (2, 3, 5, 10, 100)],
     lambda x, bins: binned_entropy(welch(x) / welch(x).max(), bins)),
    ("permutation_entropy", [{"dimension": d, "tau": 1} for d in (3, 4, 5, 6, 7)], permutation_entropy),
    ("mean_n_absolute_max", [{"number_of_maxima": 7}],
     lambda x, number_of_maxima: np.sort(np.abs(x))[-number_of_maxima:].mean() if len(x) > number_of_maxima else NAN),
]


def name(feature, parameters):
    """As tsfresh names columns: parameters in alphabetical order, text in quotation marks."""
    parts = [feature]
    for key in sorted(parameters):
        value = parameters[key]
        parts.append('%s_"%s"' % (key, value) if isinstance(value, str) else "%s_%s" % (key, value))
    return "__".join(parts)


efficient = [(n, {}, f) for n, f in {**MINIMAL, **PLAIN}.items()]
efficient += [(name(n, p), p, f) for n, many, f in WITH_PARAMETERS for p in many]
costly = [(name(n, p), p, f) for n, many, f in COSTLY for p in many]
with open("../../../main/resources/io/trainyard/learning/features/efficient.txt", "w") as out:
    out.write("# names and parameters of tsfresh's EfficientFCParameters, written by facts/features.py\n")
    out.writelines(n + "\n" for n, _, _ in efficient)

rng = np.random.default_rng(77)
series = {
    "walk": np.round(100 + np.cumsum(rng.standard_normal(120)), 4),
    "noise": np.round(rng.standard_normal(101), 6),
    "ties": rng.integers(-3, 4, 64).astype(float),
    "short": np.array([1.5, -2.25, 0.5, 3.0, 3.0]),
    "long": np.round(np.sin(np.arange(600) / 7.0) + 0.3 * rng.standard_normal(600), 5),
}
with open("features-series.tsv", "w") as out:
    out.write("# written by features.py, see there\nseries\tvalues\n")
    for key, x in series.items():
        out.write(key + "\t" + " ".join(repr(float(v)) for v in x) + "\n")
with open("features.tsv", "w") as out:
    out.write("# written by features.py, see there\nseries\tfeature\tvalue\n")
    for key, x in series.items():
        for n, p, f in efficient + costly:
            if n.startswith("fft_coefficient") and p["coeff"] > 9 and p["coeff"] not in (30, 50, 60, 99):
                continue
            try:
                value = float(f(x, **p))
            except (ValueError, ZeroDivisionError):
                value = NAN
            out.write("%s\t%s\t%s\n" % (key, n, "NaN" if math.isnan(value) else repr(value)))

# relevance: 80 samples, features from useless to telling
n = 80
real = np.round(rng.standard_normal(n), 4)
binary = (real + 0.8 * rng.standard_normal(n) > 0).astype(float)
features = {}
for i in range(12):
    features["real%d" % i] = np.round(rng.standard_normal(n) + 0.25 * i * real, 4 if i % 2 else 1)
for i in range(4):
    features["binary%d" % i] = (rng.standard_normal(n) + 0.7 * i * real > 0.3).astype(float)
features["constant"] = np.full(n, 2.0)


def p_value(x, y, y_is_binary):
    levels = np.unique(x)
    if len(levels) == 2 and y_is_binary:
        return stats.fisher_exact(pd.crosstab(x, y))[1]
    if len(levels) == 2:
        return stats.ks_2samp(y[x == levels[1]], y[x == levels[0]])[1]
    if y_is_binary:
        return stats.mannwhitneyu(x[y == 1], x[y == 0], use_continuity=True, alternative="two-sided")[1]
    return stats.kendalltau(x, y, method="asymptotic")[1]


with open("relevance.tsv", "w") as out:
    out.write("# written by features.py, see there: p-values, and whether relevant at a false discovery rate of 5 %\n")
    out.write("feature\tp to real\trelevant to real\tp to binary\trelevant to binary\tvalues\n")
    varying = [k for k in features if k != "constant"]
    p_real = [p_value(features[k], real, False) for k in varying]
    p_binary = [p_value(features[k], binary, True) for k in varying]
    keep_real = multipletests(p_real, 0.05, "fdr_by")[0]
    keep_binary = multipletests(p_binary, 0.05, "fdr_by")[0]
    for i, k in enumerate(varying):
        out.write("%s\t%r\t%s\t%r\t%s\t%s\n" % (k, float(p_real[i]), keep_real[i], float(p_binary[i]), keep_binary[i],
                                           " ".join(repr(float(v)) for v in features[k])))
    out.write("constant\tNaN\tFalse\tNaN\tFalse\t%s\n" % " ".join(repr(float(v)) for v in features["constant"]))
    for k, v in (("target real", real), ("target binary", binary)):
        out.write("%s\tNaN\tFalse\tNaN\tFalse\t%s\n" % (k, " ".join(repr(float(u)) for u in v)))
