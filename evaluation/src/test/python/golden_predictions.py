"""Draws the answers that golden.py has scikit-learn measure.

    cd evaluation && /usr/bin/python3 src/test/python/golden_predictions.py

Seeded, so that it writes the same files again. Probabilities have ten digits behind the point,
sum to 1 exactly, and no two of a column or of a row are equal.
"""

import math
import pathlib
import random

FOLDER = pathlib.Path(__file__).parents[1] / "resources/io/github/inkling/evaluation"
HEADER = ["truth", "label", *(f"p{digit}" for digit in range(10)), "rejection", "digit"]
UNITS = 10**10


def distribution(dice, truth):
    """Ten probabilities in units, of which the true digit's is mostly the largest."""
    doubt = 0.01 + 0.3 * dice.random() ** 3
    likely = truth if dice.random() < 0.85 else dice.randrange(10)
    weights = [-doubt * math.log(dice.random()) for _ in range(10)]
    weights[likely] += 0.3 - math.log(dice.random())
    units = [round(weight / sum(weights) * UNITS) for weight in weights]
    units[units.index(max(units))] += UNITS - sum(units)
    return units


def decimal(units):
    return f"{units // UNITS}.{units % UNITS:010d}"


def rows(seed, count, missing, never_answered):
    dice = random.Random(seed)
    for _ in range(count):
        truth = dice.choice([digit for digit in range(10) if digit != missing])
        units = distribution(dice, truth)
        label = units.index(max(units))
        digit = decimal(dice.randrange(UNITS // 2, UNITS))
        rejection = ""
        if dice.random() < 0.04:
            units, rejection, digit = [0] * 10, "BLANK", "0.0"
        elif max(units) < 0.3 * UNITS or label == never_answered:
            rejection = "AMBIGUOUS"
        elif dice.random() < 0.03:
            rejection, digit = "UNLIKE_ANY_DIGIT", decimal(dice.randrange(UNITS // 2))
        yield [truth, "" if rejection else label, *map(decimal, units), rejection, digit]


def require_no_ties(lines):
    told = [line[2:12] for line in lines if line[12] != "BLANK"]
    for numbers in [*told, *zip(*told)]:
        assert len(set(numbers)) == len(numbers), "a tie: choose another seed"


def write(name, seed, count, missing=None, never_answered=None):
    lines = list(rows(seed, count, missing, never_answered))
    require_no_ties(lines)
    text = "\n".join(",".join(map(str, line)) for line in [HEADER, *lines]) + "\n"
    (FOLDER / name).write_text(text, encoding="utf-8")


write("golden.csv", seed=1, count=300)
write("golden-missing.csv", seed=2, count=120, missing=7, never_answered=4)
