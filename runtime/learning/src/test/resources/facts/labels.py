"""Writes labels.tsv and volatility.tsv: what the definitions of Advances in Financial Machine Learning give on seeded prices.

Debian bookworm, /usr/bin/python3 with numpy 1.24.2, pandas 1.5.3:
    python3 labels.py
The deviation is pandas' ewm(span=50).std(); events, labels and uniqueness are computed from the definitions with pandas' and
numpy's own means (boolean masks over whole paths, no loop over bars), to be independent of how the library does it.
"""
import numpy as np
import pandas as pd

rng = np.random.default_rng(31)
prices = pd.Series(np.round(100 * np.exp(np.cumsum(0.01 * rng.standard_normal(400))), 4))
deviation = prices.pct_change().iloc[1:].ewm(span=50).std()
target = pd.Series(np.nan, index=prices.index)
target[deviation.index] = deviation

events, up, down = [], 0.0, 0.0
for i, change in np.log(prices).diff().iloc[1:].items():
    up, down = max(0.0, up + change), min(0.0, down + change)
    if down < -0.02:
        down = 0.0
        events.append(i)
    elif up > 0.02:
        up = 0.0
        events.append(i)

PROFIT, STOP, HORIZON = 2.0, 1.0, 10
rows = []
for event in events:
    if event + HORIZON >= len(prices) or not target[event] > 0:
        continue
    for side in (1, -1):
        path = side * (prices.loc[event + 1:event + HORIZON] / prices[event] - 1)
        above = path.index[path > PROFIT * target[event]]
        below = path.index[path < -STOP * target[event]]
        end = min([event + HORIZON, *above[:1], *below[:1]])
        touched = "PROFIT" if end in above else "STOP" if end in below else "TIME"
        rows.append((event, side, end, touched, path[end]))

starts = np.array([r[0] for r in rows if r[1] == 1])
ends = np.array([r[2] for r in rows if r[1] == 1])
indicator = np.array([(np.arange(len(prices)) >= s) & (np.arange(len(prices)) <= e) for s, e in zip(starts, ends)])
concurrency = indicator.sum(axis=0)
uniqueness = [np.mean(1 / concurrency[row]) for row in indicator]
returns = np.log(prices).diff().fillna(0).to_numpy()
weights = np.abs([np.sum(returns[row] / concurrency[row]) for row in indicator])
weights = weights * len(weights) / weights.sum()

with open("volatility.tsv", "w") as out:
    out.write("# written by labels.py, see there\nprice\tdeviation\n")
    for p, d in zip(prices, target):
        out.write("%r\t%s\n" % (float(p), "NaN" if np.isnan(d) else repr(float(d))))
with open("labels.tsv", "w") as out:
    out.write("# written by labels.py, see there\nevent\tside\tend\ttouched\tgain\tuniqueness\tweight\n")
    for event, side, end, touched, gain in rows:
        at = list(starts).index(event)
        out.write("%d\t%d\t%d\t%s\t%r\t%s\t%s\n" % (
            event, side, end, touched, float(gain),
            repr(float(uniqueness[at])) if side == 1 else "", repr(float(weights[at])) if side == 1 else ""))
