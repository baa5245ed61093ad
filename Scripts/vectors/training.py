"""The training itself: from a start, pairs and a teacher to a table."""
import sys
import time

import numpy as np

from model import Table, pair_loss, teacher_loss
from pairs import KINDS
from texts import bags

PAIRS, TAUGHT = 256, 384  # texts a step
TEMPERATURE = 0.1  # .07 and .15 are worse
RATE = 0.02
DROPPED = 0.2  # words left out, so that no word alone decides
WARM = 50  # steps until the full rate


def train(table, texts, pairs, teacher, steps, seed, labelled=None, share=0.0, rate=RATE):
    """Trains a table in place; `share` of the pairs come from `labelled`. Prints the losses as it goes."""
    random = np.random.default_rng(seed)
    kinds, chances = list(KINDS), np.array(list(KINDS.values()))
    terms, began, losses = len(texts.terms), time.monotonic(), []
    for step in range(steps):
        human = random.random(PAIRS) < share
        drawn, known = [], np.zeros((PAIRS, len(labelled.all) if labelled else 1), np.float32)
        for n, kind in enumerate(random.choice(kinds, PAIRS, p=chances)):
            if human[n]:
                left, right, known[n] = labelled.draw(random)
                drawn.append((left, right, -1, -1, -1))
            else:
                drawn.append(pairs.draw(kind, random))
        related = pairs.related(drawn) | (known @ known.T > 0)
        np.fill_diagonal(related, False)
        left, way_left = table.vectors(bags([dropped(d[0], random) for d in drawn], terms))
        right, way_right = table.vectors(bags([dropped(d[1], random) for d in drawn], terms))
        loss, left_gradient, right_gradient = pair_loss(left, right, related, TEMPERATURE)
        passes = [(left, way_left, left_gradient), (right, way_right, right_gradient)]
        taught = random.choice(len(teacher.words), TAUGHT, replace=False)
        vectors, way = table.vectors(bags([dropped(teacher.words[i], random, DROPPED / 2) for i in taught], terms))
        learnt, gradient = teacher_loss(vectors, teacher.vectors[taught], TEMPERATURE)
        passes.append((vectors, way, gradient))
        table.step(passes, rate * max(min(1, (step + 1) / WARM) * (1 - step / steps), 0.02))
        losses.append((loss, learnt))
        if (step + 1) % 100 == 0:
            pair, taught = np.mean(losses[-100:], axis=0)
            print(f"  step {step + 1}: pairs {pair:.3f}, teacher {taught:.3f}, {time.monotonic() - began:.0f} s",
                  file=sys.stderr, flush=True)
    return table


def dropped(words, random, share=DROPPED):
    return words[random.random(len(words)) >= share]
