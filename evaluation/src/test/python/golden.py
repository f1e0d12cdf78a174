"""Has scikit-learn 1.2.1 (Debian's python3-sklearn) measure golden.csv and golden-missing.csv.

    cd evaluation && /usr/bin/python3 src/test/python/golden.py

writes golden.json beside them, which GoldenMetricsTest holds Inkling to. Rejected answers are -1
here. Pictures without probabilities count as if all ten were equal, but to no top k.
"""

import csv
import json
import pathlib

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

FOLDER = pathlib.Path(__file__).parents[1] / "resources/io/github/inkling/evaluation"
DIGITS = range(10)
BINS = 15
REJECTED = -1


def read(name):
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    truth = np.array([int(row["truth"]) for row in rows])
    answer = np.array([int(row["label"] or REJECTED) for row in rows])
    probabilities = np.array([[float(row[f"p{digit}"]) for digit in DIGITS] for row in rows])
    return truth, answer, probabilities


def reliability(truth, answer, probabilities):
    """ECE and MCE by calibration_curve's bins, and those of its bins that are not empty."""
    answered = answer != REJECTED
    sure = probabilities[answered, answer[answered]]
    right = truth[answered] == answer[answered]
    accuracy, confidence = calibration_curve(right, sure, n_bins=BINS, strategy="uniform")
    bins = np.searchsorted(np.linspace(0, 1, BINS + 1)[1:-1], sure)
    counts = np.bincount(bins, minlength=BINS)
    gaps = np.abs(accuracy - confidence)
    return {
        "ece": np.average(gaps, weights=counts[counts > 0]),
        "mce": gaps.max(),
        "counts": counts,
        "confidence": confidence,
        "accuracy": accuracy,
    }


def top(truth, probabilities):
    known = probabilities.sum(axis=1) > 0
    return [
        metrics.top_k_accuracy_score(
            truth[known], probabilities[known], k=k, labels=DIGITS, normalize=False
        )
        / len(truth)
        for k in range(1, 10)
    ] + [known.mean()]


def averages(truth, answer, how):
    occurring = sorted({*truth, *answer} - {REJECTED})
    return metrics.precision_recall_fscore_support(
        truth, answer, labels=occurring, average=how, zero_division=0
    )[:3]


def per_class(truth, answer):
    """Precision, recall and F1, null where they are 0 of 0."""
    answered = np.array([np.sum(answer == digit) for digit in DIGITS])
    support = np.array([np.sum(truth == digit) for digit in DIGITS])
    ratios = metrics.precision_recall_fscore_support(
        truth, answer, labels=DIGITS, zero_division=0
    )
    wholes = [answered, support, answered + support]
    names = ["precision", "recall", "f1"]
    return {
        name: [float(value) if of else None for value, of in zip(values, whole)]
        for name, values, whole in zip(names, ratios, wholes)
    }


def measure(name, drawn):
    truth, answer, probabilities = read(name)
    known = np.where(probabilities.sum(axis=1, keepdims=True) > 0, probabilities, 0.1)
    binary = [truth == digit for digit in DIGITS]
    occurs = [of.any() for of in binary]
    eleven = [*DIGITS, REJECTED]
    return {
        "accuracy": metrics.accuracy_score(truth, answer),
        "confusion": metrics.confusion_matrix(truth, answer, labels=eleven)[:10],
        **per_class(truth, answer),
        "macro": averages(truth, answer, "macro"),
        "weighted": averages(truth, answer, "weighted"),
        "kappa": metrics.cohen_kappa_score(truth, answer, labels=eleven),
        "logLoss": metrics.log_loss(truth, known, labels=DIGITS),
        "brier": sum(
            metrics.brier_score_loss(binary[digit], known[:, digit], pos_label=True)
            for digit in DIGITS
        ),
        "topK": top(truth, probabilities),
        "reliability": reliability(truth, answer, probabilities),
        "rocAuc": [
            metrics.roc_auc_score(binary[digit], known[:, digit]) if occurs[digit] else None
            for digit in DIGITS
        ],
        "averagePrecision": [
            metrics.average_precision_score(binary[digit], known[:, digit])
            if occurs[digit]
            else None
            for digit in DIGITS
        ],
        "roc": {digit: roc(binary[digit], known[:, digit]) for digit in drawn},
        "precisionRecall": {digit: recalls(binary[digit], known[:, digit]) for digit in drawn},
    }


def roc(truth, scores):
    false_rate, true_rate, _ = metrics.roc_curve(truth, scores, drop_intermediate=False)
    return {"falsePositiveRate": false_rate, "truePositiveRate": true_rate}


def recalls(truth, scores):
    """By falling threshold, without the point that scikit-learn adds where nothing passes."""
    precision, recall, thresholds = metrics.precision_recall_curve(truth, scores)
    order = slice(-2, None, -1)
    return {
        "threshold": thresholds[::-1],
        "recall": recall[order],
        "precision": precision[order],
    }


def plain(value):
    """What json would not know, as it is in Python."""
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def lines(tree, indent=""):
    """JSON with an array of numbers on a line."""
    if not isinstance(tree, dict):
        return json.dumps(tree, default=plain)
    inner = indent + "  "
    members = (f'{inner}"{key}": {lines(value, inner)}' for key, value in tree.items())
    return "{\n" + ",\n".join(members) + "\n" + indent + "}"


golden = {
    "golden.csv": measure("golden.csv", [0, 8]),
    "golden-missing.csv": measure("golden-missing.csv", [3]),
}
(FOLDER / "golden.json").write_text(lines(golden) + "\n", encoding="utf-8")
